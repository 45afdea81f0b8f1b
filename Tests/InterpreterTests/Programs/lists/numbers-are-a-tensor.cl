x = [1, 2, 3]
x.shape  #> (3,)
x * 2  #> [2, 4, 6]
[[1, 2], [3, 4]].shape  #> (2, 2)
[True, False].dtype  #> bool
