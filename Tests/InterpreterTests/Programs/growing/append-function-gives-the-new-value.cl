xs = [1, 2]
append(xs, 3)  #> [1, 2, 3]
xs  #> [1, 2]
