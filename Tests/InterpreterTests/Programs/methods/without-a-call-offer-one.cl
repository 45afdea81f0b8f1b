x = [1, 2]
x.sum
#! type-field: a tensor has no field `sum`
