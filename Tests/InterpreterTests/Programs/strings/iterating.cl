for c in "abc": print(c, end=" ")
#> a b c
[c + "!" for c in "hi"]  #> ["h!", "i!"]
