def double_first(v):
    v[0] = v[0] * 2
    return v
x = [1, 2]
double_first(x)  #> [2, 2]
x  #> [1, 2]
