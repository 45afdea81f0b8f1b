def fill(A):
    A[0] = 1
    ...
1 + 1  #> 2
