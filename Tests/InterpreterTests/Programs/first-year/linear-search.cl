def find(xs, wanted):
    for i, x in enumerate(xs):
        if x == wanted:
            return i
    return -1
names = ["Ann", "Ben", "Cem"]
print(find(names, "Ben"), find(names, "Zoe"), find([4, 5, 6], 6))
#> 1 -1 2
