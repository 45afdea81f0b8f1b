x = [1, 2, 3]
x > 1 and x < 3
#! type-truth
