f(x) = x
f(1, 2)
#! call-many: f takes at most 1 argument, but 2 are given
