def f(x: float): return x
#! syntax-axes
