def f(x):
    if len(x) > 1:
        x[0] = 1
        return 0
    return x
#! lost-write: `x`
