double(x) = 2 * x
[1, 2].double()  #> [2, 4]
(5).double()  #> 10
