def f():
    y = x
    x = 1
    return y
x = 5
f()
#! name-unassigned: `x`
