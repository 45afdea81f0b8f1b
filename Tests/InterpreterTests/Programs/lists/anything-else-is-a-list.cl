x = ["a", 1, [1, 2]]
len(x)  #> 3
x[0]  #> "a"
x[2]  #> [1, 2]
[1, True]  #> [1, True]
[1, None]  #> [1, None]
