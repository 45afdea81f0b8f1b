for i in range(10, 0, -3): print(i)
#> 10 7 4 1
for i in range(3, 3): print(i)
for i in range(2.5): print(i)
#! index-whole
for i in range(1, 5, 0): print(i)
#! index-step
for i in range("a"): print(i)
#! type-argument
for i in range(): print(i)
#! call-missing
n = [1, 2, 3]
for i in range(n): print(i)
#! type-argument
for i in range(*(1, 3)): print(i)
#> 1 2
# the size of a loop may be what is differentiated by
grad(x -> sum([x * i for i in range(3)]))(2)   #> 3
