d = {"count": 1}
d["cout"] += 1
#! index-key
