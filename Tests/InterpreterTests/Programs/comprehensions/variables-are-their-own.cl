x = 7
y = [x for x in range(3)]
x  #> 7
