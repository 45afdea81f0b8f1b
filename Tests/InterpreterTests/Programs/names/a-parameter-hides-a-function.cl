def f(max): return max(1, 2)
f(3)
#! name-hidden: line 1
