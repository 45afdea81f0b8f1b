def fill(A):
    for i in range(len(A)):
        A[i] = 1
#! lost-write: `A`
