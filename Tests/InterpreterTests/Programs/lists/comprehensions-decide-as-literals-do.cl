[i * i for i in range(4)].shape  #> (4,)
[[i, i + 1] for i in range(3)].shape  #> (3, 2)
[str(i) for i in range(2)]  #> ["0", "1"]
len([[0] * 0 + i for i in range(0)])  #> 0
