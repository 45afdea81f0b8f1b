def f():
    xs = []
    xs.append(2)
    return xs
f()  #> [2]
