def f():
    x = 1
    g = () -> x
    x = 2
    return g()
f()  #> 2
a = 1
h = () -> a
a = 5
h()  #> 5
