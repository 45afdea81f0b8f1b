---
title: Tensors
digits: 4
seed: 1
---
# Tensors

Half an hour, one language. You know a little Python; this is what is the same, what is different, and why. On the way
you will crop an eye out of a photograph, draw the most famous picture in mathematics with ten lines of arithmetic, and
write a world in which little squares live and die. All of it is numbers in boxes.

Each gray box is a program. Change something in it and run the lesson again: what you break, the checks will tell you.
A `#>` states what the line before it gives, and a `#!` the error that it gives. Nothing in this text is believed that
did not run.

## 1. Numbers and names

There is nothing to import.

```cl {id=numbers}
7 / 2                  #> 3.5
7 // 2                 #> 3
2**10                  #> 1024
sqrt(2)                #> 1.4142
width = 28
f"{width} by {width} is {width**2} pixels"    #> "28 by 28 is 784 pixels"
```

A line that is only an expression shows its value; an assignment shows nothing. `/` divides, `//` divides and rounds
down, `**` is the power. Comparisons and words for logic are Python's:

```cl {id=logic}
3 < 5 and not 5 < 3    #> True
0 < 0.5 < 1            #> True
"cat" in "concatenate" #> True
```

## 2. Boxes of numbers

Brackets make a **tensor**: a box that holds numbers and nothing else. It may have one axis (a vector), two (a matrix),
three (a colour picture), or more.

```cl {id=boxes}
v = [3, 1, 4]
A = [[1, 2, 3],
     [4, 5, 6]]
v.shape                #> (3,)
A.shape                #> (2, 3)
zeros(2, 2)            #> [[0, 0], [0, 0]]
arange(6)              #> [0, 1, 2, 3, 4, 5]
linspace(0, 1, 5)      #> [0, 0.25, 0.5, 0.75, 1]
```

The **shape** is the most useful thing to know about a tensor: `(2, 3)` is two rows of three. Most mistakes in this
field are mistakes about shapes, and most of them are found by asking for `.shape`. A tensor's numbers can be poured
into another shape that holds as many; they keep their order, row after row:

```cl {id=reshaping}
A.reshape(3, 2)
#> [[1, 2],
#>  [3, 4],
#>  [5, 6]]
A.flatten()            #> [1, 2, 3, 4, 5, 6]
A.T
#> [[1, 4],
#>  [2, 5],
#>  [3, 6]]
```

Look closely: `A.reshape(3, 2)` and `A.T` have the same shape and are not the same. One pours, the other turns.

## 3. Picking

Counting starts at 0, and the end of a range is not part of it. One index for each axis, separated by commas; a colon
alone means all of them.

```cl {id=picking}
A[0, 2]                #> 3
A[1]                   #> [4, 5, 6]
A[:, 0]                #> [1, 4]
A[:, 1:3]              #> [[2, 3], [5, 6]]
A[-1, -1]              #> 6
v[::-1]                #> [4, 1, 3]
```

A comparison gives a tensor of truth values, and such a **mask** picks the places where it is true:

```cl {id=masks}
A > 2
#> [[False, False, True],
#>  [ True,  True, True]]
A[A > 2]               #> [3, 4, 5, 6]
A[(A > 2) & (A < 6)]   #> [3, 4, 5]
```

(For masks the words `and`, `or`, `not` are written `&`, `|`, `~`, and comparisons stand in parentheses.)

Now with more numbers. A photograph is a tensor; a rectangle of it is a slice.

```cl {id=eye predict="The picture has 300 rows and 451 columns. What is the shape of the slice?"}
cat = gray(load_png("chelsea.png"))
cat.shape              #> (300, 451)
eye_of_cat = cat[84:134, 150:200]
eye_of_cat.shape       #> (50, 50)
show(eye_of_cat)
#> image 50x50 gray mean 0.2797 ... 0 clipped
```

## 4. All at once

Arithmetic works on every number of a tensor. You will hardly ever write a loop over pixels.

```cl {id=elementwise}
v + v                  #> [6, 2, 8]
10 * v                 #> [30, 10, 40]
v**2                   #> [9, 1, 16]
maximum(v, 3)          #> [3, 3, 4]
where(v > 2, v, 0)     #> [3, 0, 4]
```

So the negative of a photograph is one subtraction, since white is 1 and black is 0:

```cl {id=negative}
save_png("eye.png", concat([eye_of_cat, 1 - eye_of_cat], axis=1))
#> saved eye.png: image 50x100 gray mean 0.5000 ... 0 clipped
```

Open `out/eye.png`. (And why is its mean exactly one half?)

What if the shapes differ? Then an axis of size 1, or one that is missing on the left, is stretched to fit. This is
called **broadcasting**, and it is NumPy's:

```cl {id=broadcasting}
A + [10, 20, 30]
#> [[11, 22, 33],
#>  [14, 25, 36]]
A + [[100], [200]]
#> [[101, 102, 103],
#>  [204, 205, 206]]
[[1], [2], [3]] * [[1, 2, 3, 4]]
#> [[1, 2, 3,  4],
#>  [2, 4, 6,  8],
#>  [3, 6, 9, 12]]
```

The row `(3,)` was used for each row of `A`, the column `(2, 1)` for each column. In the last one both were stretched: a
column `(3, 1)` times a row `(1, 4)` is a multiplication table.

`*` multiplies number by number. The product of matrices has a sign of its own, `@`:

```cl {id=matmul}
[[1, 2], [3, 4]] * [[0, 1], [1, 0]]     #> [[0, 2], [3, 0]]
[[1, 2], [3, 4]] @ [[0, 1], [1, 0]]     #> [[2, 1], [4, 3]]
A @ v                                   #> [17, 41]
```

## 5. Many to few

A **reduction** turns many numbers into few. Without `axis=` into one; with it, that axis is the one that vanishes.

```cl {id=reductions predict="A is (2, 3). Which shape has sum(A, axis=0)?"}
sum(A)                 #> 21
sum(A, axis=0)         #> [5, 7, 9]
sum(A, axis=1)         #> [6, 15]
mean(A, axis=1)        #> [2, 5]
max(A)                 #> 6
argmax(v)              #> 2
```

Say it like this: `axis=0` walks *down* the rows and leaves a row; `axis=1` walks *along* them and leaves a column's
worth of numbers. The name `axis=` must be written, because libraries do not agree on what `sum(A, 1)` means:

```cl {id=no-guess}
sum(A, 1)
#! call-positional: sum takes `axis` by name only
```

With `keepdims=True` the vanished axis stays as one of size 1. That is just what broadcasting needs afterwards:

```cl {id=keepdims}
A - mean(A, axis=1, keepdims=True)
#> [[-1, 0, 1],
#>  [-1, 0, 1]]
brightness = mean(cat, axis=1)          # one number for each row of the photo
brightness.shape                        #> (300,)
argmax(brightness)                      #> 299
```

Your first exercise. Data is often *standardized* before anything is learned from it: from each column its mean is
taken away, and the rest is divided by the column's standard deviation. No loop is needed.

```cl {exercise=standardize}
def standardize(x):
    # x is (rows, columns); each column of the result has mean 0 and standard deviation 1
    ...
```
```cl {test=standardize points=1 name="two columns"}
standardize([[1, 10], [3, 30]])         #> [[-1, -1], [1, 1]]
```
```cl {test=standardize points=2 hidden name="three rows"}
standardize([[0, 5], [3, 5.5], [6, 6]]) #> [[-1.2247, -1.2247], [0, 0], [1.2247, 1.2247]]
mean(standardize(cat), axis=0)[:3]      #> [0, 0, 0]
std(standardize(cat), axis=0)[450]      #> 1
```
```hint {for=standardize after=1}
`mean(x, axis=0)` has one number for each column, and a row is broadcast over all rows. `std` does the same.
```
```solution {for=standardize}
def standardize(x):
    return (x - mean(x, axis=0)) / std(x, axis=0)
```

## 6. Functions

A definition may look as on a slide, or as in Python. A function that is needed only once has an arrow and no name.

```cl {id=functions}
f(x1, x2) = ln(x1) + x1*x2 - sin(x2)
f(2, 5)                                 #> 11.6521

def softmax_by_hand(a, temperature=1):
    """Scores turned into shares that add up to 1."""
    e = exp(a / temperature)
    return e / sum(e)

softmax_by_hand([1, 2, 3])              #> [0.0900, 0.2447, 0.6652]
softmax_by_hand([1, 2, 3], temperature=10)    #> [0.3006, 0.3322, 0.3672]

twice = g -> (x -> g(g(x)))
twice(x -> x**2)(3)                     #> 81
```

Functions are values: `twice` takes one and gives one. That is why the derivative of a function, in a later lesson, will
simply be `grad(f)`. Every function can also be called with a point, and `|>` hands a value from one to the next:

```cl {id=methods}
v.sum()                                 #> 8
v |> softmax_by_hand |> sum             #> 1
```

`help(softmax_by_hand)` shows the text between the triple quotes. `help("blur a picture")` searches, `help("numpy")` and
`help("pytorch")` translate what you may know already.

## 7. Loops, when you need them

`for` runs over numbers, rows, characters, anything with items. A loop in brackets collects what it makes.

```cl {id=loops}
for row in A: print(sum(row))
#> 6
#> 15
[n**2 for n in range(8) if n % 2 == 1]  #> [1, 9, 25, 49]

def collatz(n):
    steps = 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3*n + 1
        steps += 1
    return steps
max([collatz(n) for n in range(1, 100)])     #> 118
```

To collect without brackets, start with `[]` and use `append`:

```cl {id=append}
powers = []
for n in range(5): powers.append(2**n)
powers                                  #> [1, 2, 4, 8, 16]
```

Careful with habits: in Python `powers + [32]` joins two lists. Here it would add 32 to every number, so it is an
error, which tells you what to write:

```cl {id=plus}
powers + [32]
#! shape-append: `+` adds numbers here
append(powers, 32)                      #> [1, 2, 4, 8, 16, 32]
```

## 8. Tuples, dicts and trees

What is not a box of equal rows stands in a tuple or a dict. `d.W` is short for `d["W"]`.

```cl {id=containers}
H, W = cat.shape
(W, H)                                  #> (451, 300)
layer1 = {"W": [[1, 2], [3, 4]], "b": [10, 20]}
layer1.b                                #> [10, 20]
for name in layer1: print(name, layer1[name].shape)
#> W (2, 2)
#> b (2,)
```

A tuple or dict of tensors is a little **tree**, and trees do arithmetic leaf by leaf. This is what a step of learning
looks like, however many parameters there are:

```cl {id=trees}
gradient = {"W": [[1, 1], [1, 1]], "b": [5, 5]}
layer1 - 0.1 * gradient
#> {"W": [[0.9, 1.9],
#>        [2.9, 3.9]], "b": [9.5, 19.5]}
```

## 9. A picture out of nothing

A gray picture is a tensor (rows, columns), a colour picture (3, rows, columns). If we can compute a tensor, we can
draw it. Here are the two ingredients, a column of heights and a row of widths; together they know where each pixel is:

```cl {id=rings}
y = linspace(-1, 1, 200).reshape(200, 1)
x = linspace(-1, 1, 200).reshape(1, 200)
distance = sqrt(x**2 + y**2)            # from the middle, for 40000 pixels at once
distance.shape                          #> (200, 200)
save_png("rings.png", 0.5 + 0.5 * cos(40 * distance))
#> saved rings.png: image 200x200 gray mean 0.4981 ... 0 clipped
```

And now the famous one. Take a point $c$ of the plane, start at $z = 0$, and repeat $z \leftarrow z^2 + c$. For some
points $z$ runs away, for others it stays. A point of the plane is a complex number $a + bi$, of which we need only
know that $(a + bi)^2 = (a^2 - b^2) + 2ab\,i$. We do it for 96 000 points at once and count how long each stays:

```cl {id=mandelbrot}
cy = linspace(-1.2, 1.2, 240).reshape(240, 1) * ones(1, 400)
cx = linspace(-2.4, 1.2, 400).reshape(1, 400) * ones(240, 1)
(a, b) = (zeros(240, 400), zeros(240, 400))
stay = zeros(240, 400)
for step_number in range(40):
    (a, b) = (a**2 - b**2 + cx, 2*a*b + cy)
    inside = a**2 + b**2 < 4
    stay += inside
    (a, b) = (where(inside, a, 2), where(inside, b, 2))     # who has left shall not run to infinity
max(stay)                               #> 40
sum(stay == 40)                         #> 17788
save_png("mandelbrot.png", sqrt(stay / 40))
#> saved mandelbrot.png: image 240x400 gray mean 0.3696 ... 0 clipped
```

Open `out/mandelbrot.png`. The white part is the set of points that stay: with a border so rough that you can
enlarge it forever. To look closer, change the four numbers in the first two lines.

```cl {exercise=checkerboard}
def checkerboard(n, k):
    # n by n squares of k by k pixels, black (0) at the top left, white (1) beside it
    ...
```
```cl {test=checkerboard points=1 name="two squares"}
checkerboard(2, 1)                      #> [[0, 1], [1, 0]]
checkerboard(2, 2)                      #> [[0, 0, 1, 1], [0, 0, 1, 1], [1, 1, 0, 0], [1, 1, 0, 0]]
```
```cl {test=checkerboard points=2 hidden name="larger boards"}
checkerboard(3, 1)                      #> [[0, 1, 0], [1, 0, 1], [0, 1, 0]]
checkerboard(8, 5).shape                #> (40, 40)
sum(checkerboard(8, 5))                 #> 800
checkerboard(8, 5)[12, 36]              #> 1
```
```hint {for=checkerboard after=1}
Square (i, j) is white where `i + j` is odd: `(i + j) % 2`. A column of row numbers plus a row of column numbers gives all sums.
```
```hint {for=checkerboard after=2}
Pixel `p` lies in square `p // k`, and `arange(n*k) // k` does that for all pixels.
```
```solution {for=checkerboard}
def checkerboard(n, k):
    square = arange(n*k) // k
    return (square.reshape(n*k, 1) + square.reshape(1, n*k)) % 2
```

## 10. Reading an error

Errors are not punishments. Each names a place, says what is the matter in one sentence, gives the numbers, and, where
it can, what to write. Let us make one on purpose: 64 pictures of 3 numbers, and weights for 4.

```cl {id=error}
X = ones(64, 3)
weights = ones(4, 10)
X @ weights
#! shape-matmul: the inner sizes differ: 3 and 4
```

As a program in a file `first.cl` it looks like this:

```text
error[shape-matmul]: the inner sizes differ: 3 and 4
 --> first.cl:3:3
  |
3 | X @ weights
  | - ^ ------- weights is (4, 10)
  | X is (64, 3)
  = @ needs as many columns on its left as rows on its right
```

Read the first line, then the shapes under the operands. The word in brackets is the error's code, and
`convlab explain shape-matmul` (`:explain` at the prompt) is a page about it, with a program that shows it and one that
works. Some errors save you from an answer that would be wrong without a word:

```cl {id=silent predict="64 predictions as a column, 64 targets as a row. What would NumPy give for the difference?"}
predictions = ones(64, 1)
targets = ones(64)
predictions - targets
#! shape-outer: (64, 1) and (64,) would both be stretched to (64, 64)
(predictions.reshape(64) - targets).shape    #> (64,)
```

NumPy and PyTorch would give you 4096 numbers, and a loss that never gets small.

## 11. Values never share

In Python and NumPy two names can share one list, so that changing one changes the other. Here a value is a value.
Assigning copies (only when it has to, so it costs nothing until you write):

```cl {id=copies predict="B = A, then B changes. What is A[0, 0] afterwards?"}
B = A
B[0, 0] = 99
A[0, 0]                                 #> 1
B                                       #> [[99, 2, 3], [4, 5, 6]]
```

A function can therefore never spoil what you hand to it, and it has to *return* what it made. If you forget, you are
told before anything runs:

```cl {id=lost}
def darken(picture):
    picture[0] = 0
#! lost-write: `picture` is darken's own copy: return it
```

## 12. Chance that repeats

Random numbers come from a generator that starts from a **seed**. The same seed gives the same numbers, on every machine,
so an experiment can be repeated. This lesson's seed stands in its first lines.

```cl {id=chance}
seed(7)
first = randn(3)
seed(7)
expect randn(3) == first
seed(12)
rolls = randint(1, 7, 6000)             # a die: 7 is not included
counts = [sum(rolls == face) for face in range(1, 7)]
sum(counts)                             #> 6000
expect all(abs(counts - 1000) < 100)
abs(mean(rolls) - 3.5) < 0.05           #> True
noise = 0.1 * randn(300, 451)
abs(std(cat + noise)**2 - std(cat)**2 - 0.01) < 0.001    #> True
```

The last line: noise adds to the picture not its deviation but the *square* of it.

## 13. Saying what is true

You have seen `expect` already. It states that something holds, and the lesson fails if it does not. `==` is exact and
includes the shape; `~` allows for rounding.

```cl {id=checks}
expect A.T.T == A
expect 0.1 + 0.2 != 0.3                 # computers count in binary
expect 0.1 + 0.2 ~ 0.3
expect pi ~ 22/7 within 0.002
expect error index-range: v[3]
```

`agree` puts several roads to one number side by side. Here is the sum $1 + 2 + \dots + 100$, by a loop, by a tensor,
and by a formula that is said to be a schoolboy's:

```cl {id=agree}
agree sum(n for n in range(101)), sum(arange(101)), 100 * 101 / 2
#> sum(n for n in range(101))  sum(arange(101))  100 * 101 / 2
#> 5050                        5050              5050
#> agree
```

## 14. A world of squares

The last exercise is John Conway's *Game of Life*. A cell of a grid is alive (1) or not (0). It has eight neighbours;
the world is a ring in both directions, so what leaves at the right comes in at the left. In the next generation a cell
lives if it has exactly three living neighbours, or if it lives now and has exactly two.

How does one count neighbours without a loop over the cells? `roll(x, (u, v))` moves the whole world by u rows and v
columns. Look at a cell of the moved world: there stands its neighbour.

```cl {id=rolling}
world = zeros(5, 5)
world[2, 1:4] = 1
world
#> [[0, 0, 0, 0, 0],
#>  [0, 0, 0, 0, 0],
#>  [0, 1, 1, 1, 0],
#>  [0, 0, 0, 0, 0],
#>  [0, 0, 0, 0, 0]]
world + roll(world, (1, 0))             # each cell and the one above it
#> [[0, 0, 0, 0, 0],
#>  [0, 0, 0, 0, 0],
#>  [0, 1, 1, 1, 0],
#>  [0, 1, 1, 1, 0],
#>  [0, 0, 0, 0, 0]]
```

```cl {exercise=life}
def life(x):
    # the next generation of x
    ...
```
```cl {test=life points=1 name="three in a row turn"}
life(world)
#> [[0, 0, 0, 0, 0],
#>  [0, 0, 1, 0, 0],
#>  [0, 0, 1, 0, 0],
#>  [0, 0, 1, 0, 0],
#>  [0, 0, 0, 0, 0]]
```
```cl {test=life points=1 name="and turn back"}
any(life(life(world)) != world)         #> False
```
```cl {test=life points=2 hidden name="a glider flies across the border"}
glider = zeros(6, 6)
glider[0, 1] = 1
glider[1, 2] = 1
glider[2, 0:3] = 1
g = glider
for generation in range(24): g = life(g)
any(g != glider)                        #> False
sum(life(glider))                       #> 5
sum(life(ones(4, 4)))                   #> 0
```
```hint {for=life after=1}
Add up the eight rolled worlds: all `(u, v)` with u and v from -1 to 1, but not `(0, 0)`.
```
```hint {for=life after=2}
With `n` the number of neighbours: `(n == 3) | (x == 1) & (n == 2)` is a mask. `where(mask, 1, 0)` makes numbers of it.
```
```solution {for=life}
def life(x):
    n = zeros_like(x)
    for u in (-1, 0, 1):
        for v in (-1, 0, 1):
            if (u, v) != (0, 0): n += roll(x, (u, v))
    return where((n == 3) | (x == 1) & (n == 2), 1, 0)
```

You have just written a *convolution*: at each place, a weighted sum of the neighbourhood, with the same weights
everywhere (here eight ones around a zero). A network that sees is made of them; its weights are learned.

## What to keep

- Ask for `.shape`. `reshape` pours, `T` turns, `[:, 0]` picks.
- Operations work on whole tensors; an axis of size 1 or a missing one stretches.
- A reduction removes the axis that it names.
- Values never share, functions return what they make, trees do arithmetic.
- Read the message; `convlab explain CODE` says more, and `help("...")` finds what you look for.

Next: `convlab run 04_convolution`, where the cat comes back, all of it.
