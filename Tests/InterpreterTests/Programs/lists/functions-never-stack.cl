fs = [sin, cos]
len(fs)  #> 2
fs[0](0)  #> 0
