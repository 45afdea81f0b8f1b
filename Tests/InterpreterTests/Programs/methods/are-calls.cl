x = [4, 9]
x.sqrt()  #> [2, 3]
x.sum()  #> 13
x.reshape(2, 1).shape  #> (2, 1)
x.max()  #> 9
