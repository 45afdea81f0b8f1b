A = [[1, 2], [3, 4]]
row = A[0]
row[0] = 9
#! lost-write: `row` is a copy of `A[0]`
A  #> [[1, 2], [3, 4]]
