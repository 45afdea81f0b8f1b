(1, 2) == (1, 2)  #> True
(1, 2) != (1, 3)  #> True
(1, 2) == (1, 2, 3)  #> False
zeros(3, 3).shape == (3, 3)  #> True
if zeros(3, 3).shape == (3, 3): print("square")
#> square
