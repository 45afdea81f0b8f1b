[1, 2, 3][::0]
#! index-step
