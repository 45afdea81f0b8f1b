def f(x: (N,)) -> (N,): return x[1:]
f([1, 2, 3])
#! shape-axes: the result
