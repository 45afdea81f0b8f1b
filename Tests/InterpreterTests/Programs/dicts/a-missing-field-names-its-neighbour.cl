d = {"weight": 1}
d.wieght
#! type-field: no field `wieght`
