sum = 3
sum([1, 2])
#! name-hidden: line 1
