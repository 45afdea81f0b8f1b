if [3]: print("yes")
#> yes
not [0]  #> True
