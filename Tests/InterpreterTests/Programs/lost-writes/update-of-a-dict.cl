d = {"a": 1}
d.update({"b": 2})
#! lost-write
for k, v in {"b": 2}.items(): d[k] = v
d  #> {"a": 1, "b": 2}
