def loss(W: (D, C), X: (N, D)) -> (): return sum(X @ W)
loss(ones(3, 2), ones(4, 3))  #> 24
loss(ones(3, 2), ones(4, 5))
#! shape-axes: D is 3 in W, but 5 in X
