d = {"a": 1}
d.b
#! type-field
