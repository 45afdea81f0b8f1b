def selection_sort(xs):
    for i in range(len(xs)):
        smallest = i
        for j in range(i + 1, len(xs)):
            if xs[j] < xs[smallest]:
                smallest = j
        xs[i], xs[smallest] = xs[smallest], xs[i]
    return xs
print(selection_sort([64, 25, 12, 22, 11]))
#> [11, 12, 22, 25, 64]
