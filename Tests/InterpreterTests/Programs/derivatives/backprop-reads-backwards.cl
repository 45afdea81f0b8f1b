f(x1, x2) = ln(x1) + x1*x2 - sin(x2)
t = backprop(f)(2, 5)
t
#> node  formula  value    adjoint  = upstream * local (through)
#> x1    input    2        5.5      = 1 * 0.5 (v1) + 1 * 5 (v2)
#> x2    input    5        1.7163   = 1 * 2 (v2) + -1 * 0.2837 (v3)
#> v1    ln(x1)   0.6931   1        = 1 * 1 (v4)
#> v2    x1 * x2  10       1        = 1 * 1 (v4)
#> v3    sin(x2)  -0.9589  -1       = 1 * -1 (v5)
#> v4    v1 + v2  10.6931  1        = 1 * 1 (v5)
#> v5    v4 - v3  11.6521  1        = 1
t.v3.adjoint  #> -1
t["v3"].inputs  #> ("x2",)
t.v2.local  #> (5, 2)
len(t)  #> 7
[name for name in t]  #> ["x1", "x2", "v1", "v2", "v3", "v4", "v5"]
# two paths of one argument are listed and added
backprop(x -> x * x)(3)
#> node  formula  value  adjoint  = upstream * local (through)
#> x     input    3      6        = 1 * 3 (v1) + 1 * 3 (v1)
#> v1    x * x    9      1        = 1
backprop((x, y) -> x)(3, 4).y.adjoint  #> 0
backprop(x -> x**2)([1, 2])
#! grad-scalar: the function gives (2,)
