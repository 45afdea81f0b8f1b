max(3, 7)  #> 7
max(0, [1, -1])
#! call-positional: maximum
maximum(0, [1, -1])  #> [1, 0]
