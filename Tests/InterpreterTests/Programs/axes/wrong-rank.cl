def f(x: (N,)): return x
f([[1, 2]])
#! shape-axes
