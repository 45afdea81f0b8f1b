# each function holds the one before it; freeing the last frees them all, one after the other
def make(g): return x -> g(x)
f = x -> x
for i in range(100000): f = make(f)
f = 3
g = x -> x**2
for i in range(100000): g = grad(g)
g = 3
h = (x, k=1) -> x
for i in range(50000):
    last = h
    h = (x, k=last) -> x
h = 3
last = 3
"freed"  #> "freed"
