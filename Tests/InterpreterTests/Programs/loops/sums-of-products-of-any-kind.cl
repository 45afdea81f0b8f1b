# a plain number goes one way, everything else another; both must give the same
def dot(x, y):
    s = 0
    for i in range(len(x)): s += x[i] * y[i]
    return s
dot([1, 2, 3], [4, 5, 6])  #> 32
dot([True, True], [2, 3])  #> 5
grad(dot)([1, 2], [3, 4])  #> [3, 4]
dot(([1, 2], [3, 4]), (2, 1))  #> [5, 8]
n = 3
word = "b"
"a" + word * n  #> "abbb"
s = [1, 2]
s + s * s  #> [2, 6]
s + word * s
#! type-operand
big = 2 ** 40
1 + big * big  #> 1.2089e+24
