def guesses(secret, low, high):
    count = 0
    while low < high:
        middle = (low + high) // 2
        count += 1
        if secret <= middle:
            high = middle
        else:
            low = middle + 1
    return low, count
for secret in [1, 37, 100]:
    print(guesses(secret, 1, 100))
#> (1, 7)
#> (37, 7)
#> (100, 6)
