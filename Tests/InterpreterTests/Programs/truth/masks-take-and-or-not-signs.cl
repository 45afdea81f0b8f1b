x = [1, 2, 3]
(x > 1) & (x < 3)  #> [False, True, False]
(x < 2) | (x > 2)  #> [True, False, True]
~(x > 1)  #> [True, False, False]
True & False  #> False
~True  #> False
