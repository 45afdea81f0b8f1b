fs = [() -> i for i in range(3)]
[f() for f in fs]  #> [0, 1, 2]
