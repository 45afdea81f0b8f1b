[1, 2] == [1, 3]  #> [True, False]
expect str([[1, 2] == [1, 3], [True, True]]) == "[[True, False],\n [True,  True]]"
