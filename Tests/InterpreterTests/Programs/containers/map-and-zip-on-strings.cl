map(c -> c.upper(), "ab")  #> ["A", "B"]
zip("ab", [1, 2])  #> [("a", 1), ("b", 2)]
