x = [1, 2, 3]
x[0, 1]
#! index-axes: 2 indexes for (3,)
