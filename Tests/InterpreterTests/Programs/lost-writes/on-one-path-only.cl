def f(x, early):
    x[0] = 1
    if early: return 0
    return x
f([5, 6], False)  #> [1, 6]
