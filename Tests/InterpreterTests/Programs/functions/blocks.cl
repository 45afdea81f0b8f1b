def softmax_of(a):
    e = exp(a - max(a))
    return e / sum(e)
softmax_of([1, 2, 3])  #> [0.0900, 0.2447, 0.6652]
