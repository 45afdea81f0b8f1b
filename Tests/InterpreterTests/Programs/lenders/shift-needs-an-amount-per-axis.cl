shift([1, 2, 3], 1)  #> [0, 1, 2]
roll([1, 2, 3], 1)  #> [3, 1, 2]
shift([[1, 2], [3, 4]], (1, 0))  #> [[0, 0], [1, 2]]
shift([[1, 2], [3, 4]], 1)
#! value-amounts: one amount per axis
