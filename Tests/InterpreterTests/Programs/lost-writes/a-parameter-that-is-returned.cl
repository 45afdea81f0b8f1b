def fill(A):
    A[0] = 1
    return A
fill([5, 6])  #> [1, 6]
