x = [1, 2]
if x > 0: print("all?")
#! type-truth: (0 < x) & (x < 1)
