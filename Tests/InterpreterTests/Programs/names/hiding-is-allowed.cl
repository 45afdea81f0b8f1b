max = 5
max + 1  #> 6
list = [1, 2]
list  #> [1, 2]
