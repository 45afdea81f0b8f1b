# n += 1 in a function needs a variable of its own there, as in Python
def count():
    n = 0
    for i in range(3): n += 1
    return n
count()  #> 3
def twice(n):
    n *= 2
    return n
twice(4)  #> 8
def loop(xs):
    for x in xs: x += 1
    return x
loop([1, 2])  #> 3
n = 5
def lost():
    n += 1
#! write-outer
