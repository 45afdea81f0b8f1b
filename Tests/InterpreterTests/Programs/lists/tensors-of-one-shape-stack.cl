a = [1, 2]
b = [3, 4]
[a, b].shape  #> (2, 2)
[zeros(2, 3), ones(2, 3)].shape  #> (2, 2, 3)
