n = 10
while n > 1: n = n / 2
n  #> 0.625
