x = [[1, 2, 3], [4, 5, 6], [7, 8, 9]]
i, j, a, b = 1, 0, 1, 2
x[i + a, j + b]  #> 9
x[i - a, j + b]  #> 3
half = 0.5
x[i + half, j + b]
#! index-whole
x[i + a, b + b]
#! index-range
i = -3
x[i + a, j + b]  #> 6
(x > 4)[i + a, j + b]  #> True
x.float32()[i + a, j + b]  #> 6
{(1, 2): "found"}[j + a, j + b]  #> "found"
rows = [0, 1]
x[rows + a, j + b]  #> [6, 9]
word = "w"
x[i + word, j + b]
#! type-operand
def patch(x, k):
    s = 0
    for i in range(2):
        for j in range(2):
            for a in range(2):
                for b in range(2): s += x[i + a, j + b] * k[a, b]
    return s
patch(x, [[1, 0], [0, -1]])  #> -16
grad(patch)(x, [[1, 2], [3, 4]])  #> [[1, 3, 2], [4, 10, 6], [3, 7, 4]]
grad(patch, wrt="k")(x, [[1, 2], [3, 4]])  #> [[12, 16], [24, 28]]
