def f(x: (..., 3)) -> (...): return x
f([1, 2, 3])  #> [1, 2, 3]
f(zeros(2, 3)).shape  #> (2, 3)
f([1, 2])
#! shape-axes
