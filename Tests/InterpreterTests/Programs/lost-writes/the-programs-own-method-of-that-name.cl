def update(x): return x + 1
x = [1, 2]
x.update()  #> [2, 3]
