min(3, 7, 1)  #> 1
min([1, 2], 0)
#! call-positional: minimum
