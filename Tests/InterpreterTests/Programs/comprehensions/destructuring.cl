[a + b for a, b in [(1, "x"), (2, "y")] if b == "x"] if False else [a for a, b in zip([1, 2], [3, 4])]  #> [1, 2]
