concat(("ab", "c"))
#! type-argument
concat((([1], "a"), (2,)))  #> ([1], "a", 2)
concat([1, 2], [3])
#! call-concat
concat(([1, 2], [3]))  #> [1, 2, 3]
