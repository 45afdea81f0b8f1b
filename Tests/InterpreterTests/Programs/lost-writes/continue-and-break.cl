def f(x):
    for i in range(3):
        if i == 1: continue
        x[0] = x[0] + i
        if x[0] > 10: break
    return x[0]
f([1])  #> 3
