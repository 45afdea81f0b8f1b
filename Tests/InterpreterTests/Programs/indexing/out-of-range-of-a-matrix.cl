A = [[1, 2], [3, 4]]
A[0, 5]
#! index-range
