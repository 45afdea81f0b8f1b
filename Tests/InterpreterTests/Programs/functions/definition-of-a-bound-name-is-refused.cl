A = [1, 2]
A(i) = 5
#! name-bound: `A` is a tensor
