backprop((W, h, b) -> dot([1, 2], sigmoid(W @ h + b)))([[1, 2, 3], [4, 5, 6]], [1, 0, -1], [1, 2])
#> node  formula          value                   adjoint                                 = upstream * local (through)
#> W     input            [[1, 2, 3], [4, 5, 6]]  [[0.1966, 0, -0.1966], [0.5, 0, -0.5]]  = outer(adj(v1), h) (v1)
#> h     input            [1, 0, -1]              [2.1966, 2.8932, 3.5898]                = W.T @ adj(v1) (v1)
#> b     input            [1, 2]                  [0.1966, 0.5]                           = [0.1966, 0.5] * 1 (v2)
#> v1    W @ h            [-2, -2]                [0.1966, 0.5]                           = [0.1966, 0.5] * 1 (v2)
#> v2    v1 + b           [-1, 0]                 [0.1966, 0.5]                           = [1, 2] * [0.1966, 0.25] (v3)
#> v3    sigmoid(v2)      [0.2689, 0.5]           [1, 2]                                  = 1 * [1, 2] (v4)
#> v4    dot([1, 2], v3)  1.2689                  1                                       = 1
# a number that stood at several places is owed the sum
t = backprop((a, x) -> sum(a * x))(2, [3, 4])
t.a.adjoint  #> 7
t.x.adjoint  #> [2, 2]
# the parts of a tree are inputs
backprop(p -> sum(p.W @ p.x))({"W": [[1, 2], [3, 4]], "x": [5, 6]})["p.x"].adjoint  #> [4, 6]
# the table and grad agree
loss = (W, x) -> sum(softmax(W @ x)**2 + tanh(W @ x)) + max(W[0]) * mean(x)
(W, x) = ([[0.5, -1], [2, 0.25]], [1, -2])
t = backprop(loss)(W, x)
(gW, gx) = grad(loss, wrt="all")(W, x)
expect t.W.adjoint ~ gW
expect t.x.adjoint ~ gx
