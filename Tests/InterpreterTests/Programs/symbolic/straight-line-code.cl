def loss(w, x, y):
    """The squared error of a neuron."""
    a = w * x
    h = sigmoid(a)
    error = h - y
    error *= error
    return error / 2
symbolic(loss, "w")
#> x * sigmoid(w * x) * (1 - sigmoid(w * x)) * (sigmoid(w * x) - y)
symbolic(loss, "y")  #> -(sigmoid(w * x) - y)
sq(u) = u**2
symbolic(x -> x |> sq)  #> 2 * x
symbolic(x -> x.sin())  #> cos(x)
