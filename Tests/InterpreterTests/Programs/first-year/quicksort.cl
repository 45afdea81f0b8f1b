def quicksort(xs):
    if len(xs) <= 1:
        return xs
    pivot = xs[0]
    out = []
    for x in quicksort([x for x in xs[1:] if x < pivot]):
        out.append(x)
    out.append(pivot)
    for x in quicksort([x for x in xs[1:] if x >= pivot]):
        out.append(x)
    return out
print(quicksort([3, 6, 1, 8, 2, 9, 2]))
#> [1, 2, 2, 3, 6, 8, 9]
