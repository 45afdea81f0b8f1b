x = [3, 1, 2]
x.sort()
#! lost-write: changes nothing
