def chain(w, x, t):
    z1 = sigmoid(w[0]*x[0] + w[2]*x[1])
    z2 = sigmoid(w[1]*x[0] + w[3]*x[1])
    z3 = sigmoid(w[4]*z1 + w[6]*z2)
    z4 = sigmoid(w[5]*z1 + w[7]*z2)
    z5 = sigmoid(w[8]*z3 + w[10]*z4)
    z6 = sigmoid(w[9]*z3 + w[11]*z4)
    yhat = sigmoid(w[12]*z5 + w[13]*z6)
    l = (t - yhat)**2
    return l
counts = terms(chain)(randn(14), [1, 2], 1)
counts
#> forward: d(value)/d(weight)
#> value   weight   terms
#> z1 z2   w1..w4   4
#> z3 z4   w1..w8   12
#> z5 z6   w1..w12  20
#> yhat    w1..w14  14
#> l       w1..w14  14
#> total            64
#> backward: d(l)/d(...)
#> new            terms  carried
#> yhat           1      0
#> w13 w14 z5 z6  4      1  yhat
#> w9..w12 z3 z4  6      2  z5 z6
#> w5..w8 z1 z2   6      2  z3 z4
#> w1..w4         4      2  z1 z2
#> total          21     7
(counts.forward, counts.backward, counts.carried)  #> ([4, 12, 20, 14, 14], [1, 4, 6, 6, 4], [0, 1, 2, 2, 2])
# 4 (H + 1)^2 against 6 H + 3, and 8 H + 4 with those that are carried over
def deep(w, x, t):
    n = len(w) // 4
    z = x
    for i in range(n):
        z = [sigmoid(w[4*i]*z[0] + w[4*i + 2]*z[1]), sigmoid(w[4*i + 1]*z[0] + w[4*i + 3]*z[1])]
    yhat = sigmoid(w[4*n]*z[0] + w[4*n + 1]*z[1])
    l = (t - yhat)**2
    return l
def both(H):
    c = terms(deep)(randn(4*H + 2), [1, 2], 1)
    return [H, sum(c.forward), sum(c.backward), sum(c.backward) + sum(c.carried)]
[both(H) for H in [1, 3, 10]]
#> [[1, 16, 9, 12],
#>  [3, 64, 21, 28],
#>  [10, 484, 63, 84]]
# a weight that happens to be 0 is a term all the same
terms((w, x) -> w[0] * w[1] * x)([0, 0], 1).forward  #> [2]
