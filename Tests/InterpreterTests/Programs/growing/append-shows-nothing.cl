out = []
out.append(5)
len(out)  #> 1
