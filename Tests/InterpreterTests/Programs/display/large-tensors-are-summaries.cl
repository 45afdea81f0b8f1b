x = ones(9, 9)
expect str(x).startswith("tensor (9, 9) mean 1 std 0 min 1 max 1 dot ")
x  #> tensor (9, 9) mean 1 std 0 min 1 max 1 dot 1
expect str(arange(64)).startswith("[0,")
