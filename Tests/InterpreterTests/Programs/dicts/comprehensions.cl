{k: k * k for k in range(3)}  #> {0: 0, 1: 1, 2: 4}
{w: len(w) for w in ["a", "bcd"]}  #> {"a": 1, "bcd": 3}
