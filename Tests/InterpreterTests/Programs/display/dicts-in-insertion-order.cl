d = {"W": [1, 2], "b": 0}
expect str(d) == "{\"W\": [1, 2], \"b\": 0}"
d["a"] = True
expect str(d) == "{\"W\": [1, 2], \"b\": 0, \"a\": True}"
