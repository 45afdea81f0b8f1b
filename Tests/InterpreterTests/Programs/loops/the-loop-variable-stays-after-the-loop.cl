for i in range(3): pass
i  #> 2
