reversed([1, 2, 3])  #> [3, 2, 1]
list(range(3))  #> [0, 1, 2]
tuple([1, 2])  #> (1, 2)
enumerate(["a"])  #> [(0, "a")]
len(range(0, 10, 3))  #> 4
