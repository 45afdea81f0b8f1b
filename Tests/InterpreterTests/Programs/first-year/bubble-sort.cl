def bubble_sort(xs):
    n = len(xs)
    for i in range(n):
        for j in range(n - 1 - i):
            if xs[j] > xs[j + 1]:
                xs[j], xs[j + 1] = xs[j + 1], xs[j]
    return xs
print(bubble_sort([5, 2, 9, 1, 7, 3]))
#> [1, 2, 3, 5, 7, 9]
