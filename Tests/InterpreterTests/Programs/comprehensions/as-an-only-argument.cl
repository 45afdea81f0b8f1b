sum(x ** 2 for x in [1, 2, 3])  #> 14
max(abs(x) for x in [-5, 3])  #> 5
any(x > 2 for x in [1, 2, 3])  #> True
