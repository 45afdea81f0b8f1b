[]  #> tensor (0,)
len([])  #> 0
for x in []: print(x)
sum([])  #> 0
