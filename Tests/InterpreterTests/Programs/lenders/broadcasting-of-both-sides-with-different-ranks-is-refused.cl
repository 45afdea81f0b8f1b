ones(3, 1) + ones(1, 3)  #> [[2, 2, 2], [2, 2, 2], [2, 2, 2]]
ones(4) - ones(4, 1)
#! shape-outer: (4,) and (4, 1)
