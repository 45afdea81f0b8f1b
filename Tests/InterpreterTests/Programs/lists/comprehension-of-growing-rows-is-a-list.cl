T = [arange(n) for n in (1, 2)]
len(T)  #> 2
T[1]  #> [0, 1]
