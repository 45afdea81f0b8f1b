def f(x):
    return x + 1
expect str(f) == "def f(x):"
g(x) = x * 2
expect str(g) == "g(x) = x * 2"
h = x -> x ** 2
expect str(h) == "x -> x ** 2"
