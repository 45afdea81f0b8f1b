x = [1, 2]
sum = 3
x.sum()  #> 3
