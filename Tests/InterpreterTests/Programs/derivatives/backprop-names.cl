def circuit(x, y, z):
    q = x + y
    return q * z
backprop(circuit)(-2, 5, -4)
#> node  formula  value  adjoint  = upstream * local (through)
#> x     input    -2     -4       = -4 * 1 (q)
#> y     input    5      -4       = -4 * 1 (q)
#> z     input    -4     3        = 1 * 3 (v1)
#> q     x + y    3      -4       = 1 * -4 (v1)
#> v1    q * z    -12    1        = 1
# a name assigned again is numbered; a written place is a new value of its name
def again(x, unused):
    z = x * 2
    z = z ** 2
    z += 1
    A = zeros(2)
    A[0] = z
    return sum(A)
t = backprop(again)(3, 1)
[name for name in t]  #> ["x", "unused", "z", "z.2", "z.3", "A", "v1"]
t["z.2"].value  #> 36
t["x"].adjoint  #> 24
# numbered names pass by those that f uses; what f took along stays what it was
def make(v1): return x -> v1 * x + 3
backprop(make(5))(2)
#> node  formula  value  adjoint  = upstream * local (through)
#> x     input    2      5        = 1 * 5 (v2)
#> v2    5 * x    10     1        = 1 * 1 (v3)
#> v3    v2 + 3   13     1        = 1
