# branches, loops, recursion: the derivative of what ran
def power(x, n):
    if n == 0: return 1
    return x * power(x, n - 1)
grad(power)(2, 5)                                   #> 80
def factorial_like(x):
    p = 1
    while p < 100: p = p * x
    return p
grad(factorial_like)(3)                             #> 405
# closures and comprehensions
weights = [1, 2, 3]
grad(x -> sum([w * x**i for i, w in enumerate(weights)]))(2)    #> 14
# places, growing, slices, masks
def filled(x):
    A = zeros(2, 3)
    A[0, 1] = x[0]
    A[1] = [x[1], x[0] * x[1], 1]
    A[A > 4] *= 2
    return sum(A)
grad(filled)([2, 3])                                #> [7, 5]
def grown(x):
    out = []
    for v in x: out.append(v * v)
    out[0] = 0
    return sum(out)
grad(grown)([1, 2, 3])                              #> [0, 4, 6]
grad(x -> sum(x[1:] - x[:-1] ** 2))([1, 2, 3])      #> [-2, -3, 1]
grad(x -> x[-1] * len(x))([1, 2, 3])                #> [0, 0, 3]
# rows of a matrix
def rows(A):
    s = 0
    for row in A: s += dot(row, row)
    return s
grad(rows)([[1, 2], [3, 4]])                        #> [[2, 4], [6, 8]]
# trees in, trees out
loss = t -> sum((t.W @ [1, 2] + t.b)**2)
theta = {"W": [[1, 2], [3, 4]], "b": [1, 1]}
grad(loss)(theta)
#> {"W": [[12, 24], [24, 48]], "b": [12, 24]}
grad(t -> t[0] * t[1])((2, 5))                      #> (5, 2)
jacobian(t -> [t.a, t.a * t.b])({"a": 2, "b": 3})   #> {"a": [1, 3], "b": [0, 2]}
# a number stays a number: print, compare, index, size
def uses(x):
    n = int(x)
    if x > 1 and x != 5: return zeros(n)[0] + [x, 2 * x][n - 2]
    return 0
grad(uses)(3)                                       #> 2
grad(x -> x.shape == () and x * 2)(4)               #> 2
# float32 in, float32 out
grad(x -> sum(x**2))([1, 2].float32()).dtype        #> float32
