x = [1, 2]
x[2] = 0
#! index-range
x  #> [1, 2]
