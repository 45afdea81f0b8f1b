def counter_from(n):
    return make_adder(n)
def make_adder(n):
    def add(k):
        return n + k
    return add
add5 = counter_from(5)
print(add5(1), add5(10))
#> 6 15
def compose(f, g):
    def h(x):
        return f(g(x))
    return h
print(compose(add5, abs)(-3))
#> 8
