def merge(a, b):
    out = []
    i = 0
    j = 0
    while i < len(a) and j < len(b):
        if a[i] <= b[j]:
            out.append(a[i])
            i += 1
        else:
            out.append(b[j])
            j += 1
    while i < len(a):
        out.append(a[i])
        i += 1
    while j < len(b):
        out.append(b[j])
        j += 1
    return out
def merge_sort(xs):
    if len(xs) <= 1:
        return xs
    m = len(xs) // 2
    return merge(merge_sort(xs[:m]), merge_sort(xs[m:]))
print(merge_sort([5, 2, 8, 1, 9, 3, 2]))
#> [1, 2, 2, 3, 5, 8, 9]
