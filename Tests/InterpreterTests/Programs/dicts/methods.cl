d = {"a": 1, "b": 2}
d.keys()  #> ["a", "b"]
d.values()  #> [1, 2]
d.items()  #> [("a", 1), ("b", 2)]
d.get("c", 0)  #> 0
print(d.get("c"))  #> None
