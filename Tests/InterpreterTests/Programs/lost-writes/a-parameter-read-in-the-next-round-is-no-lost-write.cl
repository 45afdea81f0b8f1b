def running(A):
    for i in range(1, len(A)):
        A[i] = A[i - 1] + A[i]
    return A[-1]
running([1, 2, 3])  #> 6
