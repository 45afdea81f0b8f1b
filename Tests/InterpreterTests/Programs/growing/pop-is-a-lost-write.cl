x = [3, 1, 2]
x.pop()
#! lost-write
