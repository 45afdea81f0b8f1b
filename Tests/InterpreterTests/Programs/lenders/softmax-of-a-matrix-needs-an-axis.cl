softmax([1, 1])  #> [0.5, 0.5]
softmax([[1, 1], [1, 1]], axis=1)  #> [[0.5, 0.5], [0.5, 0.5]]
softmax([[1, 1], [1, 1]])
#! shape-axis: needs an axis
