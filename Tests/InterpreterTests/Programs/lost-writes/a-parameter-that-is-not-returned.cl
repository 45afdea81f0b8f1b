def fill(A):
    A[0] = 1
#! lost-write: `A` is fill's own copy: return it
