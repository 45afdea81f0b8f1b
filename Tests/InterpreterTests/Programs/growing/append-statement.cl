out = []
out.append(1)
out.append(2)
out  #> [1, 2]
out.shape  #> (2,)
