x = None
x is None  #> True
x is not None  #> False
5 is None  #> False
