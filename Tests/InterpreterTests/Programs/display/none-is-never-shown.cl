None
x = None
x
print(None)  #> None
(None, 1)  #> (None, 1)
