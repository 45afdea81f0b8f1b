x = [3, 1, 2]
x.extend([4])
#! lost-write
