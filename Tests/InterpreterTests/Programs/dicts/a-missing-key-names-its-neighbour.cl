d = {"weight": 1}
d["wieght"]
#! index-key: "wieght"
