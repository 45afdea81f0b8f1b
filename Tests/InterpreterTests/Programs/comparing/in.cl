2 in [1, 2, 3]  #> True
5 not in [1, 2, 3]  #> True
"a" in ["a", "b"]  #> True
(1, 2) in [(1, 2), (3, 4)]  #> True
3 in range(5)  #> True
