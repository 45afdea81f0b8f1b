def f(v, xs=[]):
    xs.append(v)
    return xs
f(1)  #> [1]
f(2)  #> [2]
