x = 1
def f():
    x = 2
    return x
f()  #> 2
x  #> 1
