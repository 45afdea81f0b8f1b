d = {"keys": 5, "a": 1}
d.keys  #> 5
len({"a": 1}.keys())  #> 1
