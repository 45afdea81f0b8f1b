def f(x):
    y = x
print(f(1))  #> None
f(1)
