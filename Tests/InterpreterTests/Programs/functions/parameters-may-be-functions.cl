def twice(f, x): return f(f(x))
twice(x -> x * 3, 2)  #> 18
twice(sqrt, 16)  #> 2
