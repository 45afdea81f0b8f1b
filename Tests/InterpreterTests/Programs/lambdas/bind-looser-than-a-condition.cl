f = x -> x if x > 0 else -x
f(-3)  #> 3
