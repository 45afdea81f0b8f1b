A = [[1, 2, 3], [4, 5, 6], [7, 8, 9]]
roll(A, 3, axis=0)  #> [[1, 2, 3], [4, 5, 6], [7, 8, 9]]
roll(A, (1, 2), axis=(0, 0))
#! shape-axis: axis 0 is named twice
shift(A, (1, 2), axis=(0, 0))
#! shape-axis
