A = [1, 2]
def f():
    A[0] = 5
#! write-outer: `A`
