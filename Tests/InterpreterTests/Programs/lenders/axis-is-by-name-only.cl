x = [[1, 2], [3, 4]]
sum(x, axis=1)  #> [3, 7]
sum(x, 1)
#! call-positional: axis
