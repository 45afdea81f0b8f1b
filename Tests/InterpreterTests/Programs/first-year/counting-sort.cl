def counting_sort(xs):
    counts = {}
    for x in xs:
        counts[x] = counts.get(x, 0) + 1
    out = []
    for x in range(max(xs) + 1):
        for i in range(counts.get(x, 0)):
            out.append(x)
    return out
print(counting_sort([3, 1, 4, 1, 5, 9, 2, 6, 5, 3]))
#> [1, 1, 2, 3, 3, 4, 5, 5, 6, 9]
