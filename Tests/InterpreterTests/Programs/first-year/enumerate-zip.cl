names = ["a", "b", "c"]
for i, n in enumerate(names, 1):
    print(i, n)
#> 1 a
#> 2 b
#> 3 c
for i, (n, v) in enumerate(zip(names, [10, 20, 30])):
    print(i, n, v)
#> 0 a 10
#> 1 b 20
#> 2 c 30
print(sorted([3, 1, 2], reverse=True), sorted("hello"))
#> [3, 2, 1] ["e", "h", "l", "l", "o"]
