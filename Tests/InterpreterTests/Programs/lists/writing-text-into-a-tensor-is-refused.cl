x = [1, 2, 3]
x[0] = "a"
#! type-element
