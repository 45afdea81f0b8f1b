if 1: print("yes")
#> yes
if 0: print("yes")
else: print("no")
#> no
not None  #> True
