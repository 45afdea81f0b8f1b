f(x1, x2) = ln(x1) + x1*x2 - sin(x2)
t = backprop(f, mode="forward")(2, 5)
t
#> node  formula  value    d/dx1  d/dx2
#> x1    input    2        1      0
#> x2    input    5        0      1
#> v1    ln(x1)   0.6931   0.5    0
#> v2    x1 * x2  10       5      2
#> v3    sin(x2)  -0.9589  0      0.2837
#> v4    v1 + v2  10.6931  5.5    2
#> v5    v4 - v3  11.6521  5.5    1.7163
t.v2.tangents  #> {"x1": 5, "x2": 2}
backprop(f, mode="forward", wrt="x1")(2, 5)["v9"]
#! index-key
# a column for each number of a tensor
backprop(x -> [x[0] * x[1], x[1]**2], mode="forward")([2, 3])
#> node  formula   value   d/dx[0]  d/dx[1]
#> x     input     [2, 3]  [1, 0]   [0, 1]
#> v1    x[0]      2       1        0
#> v2    x[1]      3       0        1
#> v3    x[1]      3       0        1
#> v4    v1 * v2   6       3        2
#> v5    v3**2     9       0        6
#> v6    [v4, v5]  [6, 9]  [3, 0]   [2, 6]
backprop(f, mode="sideways")(2, 5)
#! value-word
