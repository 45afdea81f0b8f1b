not 3  #> False
not 0  #> True
