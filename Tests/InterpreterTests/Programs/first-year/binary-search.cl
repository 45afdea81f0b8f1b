def search(xs, target):
    low = 0
    high = len(xs) - 1
    while low <= high:
        mid = (low + high) // 2
        if xs[mid] == target:
            return mid
        elif xs[mid] < target:
            low = mid + 1
        else:
            high = mid - 1
    return -1
print(search([1, 3, 5, 7, 9, 11], 7), search([1, 3, 5], 4))
#> 3 -1
