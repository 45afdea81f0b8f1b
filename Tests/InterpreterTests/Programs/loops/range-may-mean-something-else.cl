# a loop over range counts without making one, but only while the name means the builtin
count(n) = [i for i in range(n)]
count(3)             #> [0, 1, 2]
range = n -> ["a", "b"]
count(3)             #> ["a", "b"]
for i in range(9): print(i)
#> a
#> b
range = [7, 8]
for i in range(2): print(i)
#! name-hidden
