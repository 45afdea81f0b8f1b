f(x) = x
f(x) = x + 1
f(1)  #> 2
