[1, 2, 3] == [1, 5, 3]  #> [True, False, True]
[1, 2, 3] < 2  #> [True, False, False]
[1, 2] != [1, 3]  #> [False, True]
