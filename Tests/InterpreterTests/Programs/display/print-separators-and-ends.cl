print(1, 2, sep=", ")  #> 1, 2
print("a", end="")
#> a
print("a", 1, True, None, [1, 2])  #> a 1 True None [1, 2]
print()
