---
title: Pooling
digits: 4
seed: 5
---
# Pooling

A convolution asks at every pixel: does my pattern fit *here*? Often the next layer only needs to know: does it fit *around here*?
Pooling cuts the image into windows and keeps one number of each. It learns nothing; it only decides what to forget.

## What survives when a picture shrinks

```cl {id=cat}
cat = gray(load_png("chelsea.png"))
show(cat)
#> image 300x451 gray mean 0.4685 std 0.1260 min 0.0148 max 0.7614 dot 2.2110, 0 clipped
```

We replace each 8x8 window by one number, in four ways. The smallest needs no function of its own: it is the largest of the negative.

```cl {id=four-ways predict="Which of the four keeps the whiskers? Which keeps the pupils?"}
k = 8
largest = max_pool2d(cat, k)
average = avg_pool2d(cat, k)
smallest = -max_pool2d(-cat, k)
corner = decimate2d(cat[:296, :448], k)     # the top left pixel, the other 63 unread
show(largest)
#> image 37x56 gray mean 0.5517 std 0.0994 min 0.1808 max 0.7614 dot 0.2115, 0 clipped
```

To compare them we put the four side by side, every number a square of pixels. The second line writes the same into
`out/pooled-cat.png`.

```cl {id=collage}
four = {"largest": largest, "average": average, "smallest": smallest, "corner": corner}
montage(four, columns=2)
#> montage of 4 images 37x56 in 2 rows, 0 clipped
montage(four, columns=2, save="pooled-cat.png")
#> saved pooled-cat.png: montage of 4 images 37x56 in 2 rows, 0 clipped
expect [mean(four[name]) for name in four] ~ [0.5517, 0.4673, 0.3751, 0.4645]
```

The maximum keeps what is bright and thin (whiskers, the glint in the eye) and nearly closes the pupils. The minimum does the opposite.
The average keeps both a little. The corner keeps whatever happened to lie there: its whiskers are a row of dots.

Two windows show why. One holds the glint, a few bright pixels in a dark pupil; the other a whisker.

```cl {id=two-windows}
glint = cat[96:104, 168:176]
(max(glint), mean(glint), min(glint), glint[0, 0])
#> (0.7249, 0.2417, 0.0425, 0.3567)
whisker = cat[248:256, 128:136]
(max(whisker), mean(whisker), min(whisker), whisker[0, 0])
#> (0.7018, 0.3935, 0.3210, 0.4901)
expect max(glint) == largest[12, 21]        # 96/8 and 168/8
```

The larger the window $n$, the further the mean brightness of largest, average and smallest drift apart. Only the average stays as
bright as the photo (0.4685); what it loses is contrast.

```cl {id=sizes}
brightness = n -> [n, mean(max_pool2d(cat, n)), mean(avg_pool2d(cat, n)), mean(-max_pool2d(-cat, n))]
[brightness(n) for n in [2, 4, 8, 16]]
#> [[ 2, 0.4891, 0.4684, 0.4474],
#>  [ 4, 0.5169, 0.4683, 0.4182],
#>  [ 8, 0.5517, 0.4673, 0.3751],
#>  [16, 0.5908, 0.4654, 0.3173]]
```

Why then is *max* pooling the usual choice? Because its input is not a photo but a feature map, where bright means *found*.
One strong response in the window is an answer; the mean of one strong and 63 weak ones is not.

## One window by hand

The slide takes the window $X(0:2,\,0:2)$. It counts both ends, as MATLAB does; Python stops before the second, so we write `0:3`.

$$ \max(X) = 200 $$

$$ \frac1N \sum_i \sum_j x(i, j) = \frac{810}{9} = 90 $$

```cl {id=slide-window slide="S1-44 S1-46"}
X = [[200, 150, 150], [100, 50, 100], [25, 25, 10]]
X[0:3, 0:3].shape    #> (3, 3)
max_pool2d(X, 3)     #> [[200]]
avg_pool2d(X, 3)     #> [[90]]
sum(X) / X.size      #> 90
mean(X[0:2, 0:2])    #> 125
```

The last line is the printed slice read the Python way: it would give 125, and the slide prints 90. The maximum is 200 either way, so
only the average tells the two readings apart.

The slide with the 90 is titled *Max Pooling*; it is average pooling. It also says that any differentiable function would do.
The maximum itself is not differentiable everywhere: where two entries tie, it has a kink. (150 stands twice in $X$. Had it been the
largest, which of the two should get the gradient? Lesson 06 needs a rule.)

## The windows of an image

Windows of 2x2 side by side turn 4x4 into 2x2: sixteen numbers come in, four go out. With window $k$ and stride $s$, here both 2,

$$ y_{ij} = \max_{0 \le a, b < k} x_{si+a,\; sj+b} $$

This is the best-known picture of max pooling. Our copy of the slide has lost its output; do it by hand, then look.

```cl {id=figure slide="S1-42 S2-32"}
figure = [[1, 0, 2, 3],
          [4, 6, 6, 8],
          [3, 1, 1, 0],
          [1, 2, 2, 4]]
max_pool2d(figure, 2)
#> [[6, 8],
#>  [3, 4]]
(figure.shape, max_pool2d(figure, 2).shape)    #> ((4, 4), (2, 2))
```

Now another image, with other numbers in 6 of the 16 places.

```cl {id=another slide="S3-70" predict="Which 2x2 result do you expect?"}
P = [[1, 1, 2, 4],
     [5, 6, 7, 8],
     [3, 2, 1, 0],
     [1, 2, 3, 4]]
sum(P != figure)       #> 6
max_pool2d(P, 2)
#> [[6, 8],
#>  [3, 4]]
```

The same. Pooling forgets, and nothing can undo it: from $[[6, 8], [3, 4]]$ alone nobody can tell which image it was.

There is no magic inside. Two loops visit the windows, and the built-in function agrees with them on all 2072 windows of the cat.

```cl {id=by-hand}
def pool_by_hand(x, k):
    H, W = x.shape
    y = zeros(H // k, W // k)
    for i in range(H // k):
        for j in range(W // k):
            y[i, j] = max(x[i*k:(i+1)*k, j*k:(j+1)*k])
    return y
expect pool_by_hand(figure, 2) == [[6, 8], [3, 4]]
expect pool_by_hand(cat, 8) == largest
largest.size    #> 2072
```

## Window, stride, padding

Three numbers describe a pooling layer. The *stride* is how far the window jumps; left out, it is the size of the window, so the windows
touch but do not overlap. With a smaller stride they overlap, and one large entry is seen several times.

The slide calls the third one *implicit zero padding*. Try that on an image that is -5 everywhere. If the border held zeros,
they would win every window that touches it.

```cl {id=options slide="S1-43" predict="-5 everywhere, window 3, padding 1: is the answer 0 or -5?"}
Q = [[1, 3, 2, 1], [4, 6, 5, 0], [7, 2, 9, 8], [1, 0, 3, 4]]
max_pool2d(Q, 2)
#> [[6, 5], [7, 9]]
expect max_pool2d(Q, 2) == max_pool2d(Q, 2, stride=2)
max_pool2d(Q, 2, stride=1)
#> [[6, 6, 5], [7, 9, 9], [7, 9, 9]]
cold = full((3, 3), -5)
max_pool2d(cold, 3, padding=1)            #> [[-5]]
max_pool2d(pad(cold, 1), 3)               #> [[0]]
max_pool2d(pad(cold, 1, value=-inf), 3)   #> [[-5]]
```

PyTorch, and ConvLab with it, pads with $-\infty$, which never wins: the answer is -5. The slide quotes the PyTorch manual, which
had this wrong until 2022. After a ReLU nothing is negative, so there the two give the same, which is why the slip is easy to miss.

Average pooling does pad with zeros, and counts them: a white image gets grey corners.

```cl {id=average-padding}
avg_pool2d(ones(2, 2), 2, padding=1)                             #> [[0.25, 0.25], [0.25, 0.25]]
avg_pool2d(ones(2, 2), 2, padding=1, count_include_pad=False)    #> [[1, 1], [1, 1]]
```

## How large is the result?

The formula is that of a convolution: $n$ pixels, window $k$, stride $s$, padding $p$ give

$$ n' = \left\lfloor \frac{n + 2p - k}{s} \right\rfloor + 1 $$

```cl {id=size slide="S4-32"}
conv_output_size(28, 2, stride=2)             #> 14
conv_output_size(7, 3, stride=2)              #> 3
max_pool2d(zeros(28, 28), 2).shape            #> (14, 14)
max_pool2d(zeros(7, 7), 3, stride=2).shape    #> (3, 3)
```

The floor is where data gets lost. Five pixels hold two windows of two, and the last row and column are never read.

```cl {id=lost predict="The only bright pixel stands in the last row and column. Does it survive?"}
five = zeros(5, 5)
five[4, 4] = 9
max_pool2d(five, 2)                           #> [[0, 0], [0, 0]]
max_pool2d(five, 2, ceil_mode=True)           #> [[0, 0, 0], [0, 0, 0], [0, 0, 9]]
```

It is gone without a word. With `ceil_mode=True` the last windows may hang over the edge. With `strict=True` the call is an error whose
message fills in the formula, finds 2.5 windows, and refuses:

```cl {id=strict}
max_pool2d(five, 2, strict=True)
#! pool-fit: columns: (5 + 2*0 - 2)/2 + 1 = 2.5
```

(The cat lost its last 4 rows and 3 columns above. Did you notice?)

## Convolution and pooling in turn

What comes out of either is again an image with channels, so they can alternate. With 5x5 filters and 2x2 windows the sides go
28, 24, 12, 8, 4. Pooling leaves the number of channels alone, and every size fits: nothing is cut off.

```cl {id=chain slide="S1-47"}
x = cat[84:112, 150:178].reshape(1, 28, 28)      # an eye, one channel
w1 = randn(6, 1, 5, 5)
w2 = randn(16, 6, 5, 5)
a = conv2d(x, w1)
b = max_pool2d(a, 2, strict=True)
c = conv2d(b, w2)
d = max_pool2d(c, 2, strict=True)
for t in (x, a, b, c, d): print(t.shape)
#> (1, 28, 28)
#> (6, 24, 24)
#> (6, 12, 12)
#> (16, 8, 8)
#> (16, 4, 4)
```

## Average, L2, decimation

The maximum is one choice. The average and the $L_2$ pool of a window $N$ read

$$ \frac{1}{K} \sum_{(x, y) \in N} h(x, y) $$

$$ \sqrt{\sum_{(x, y) \in N} h(x, y)^2} $$

$K$ is the number of pixels in the window, here 4. (Elsewhere in those slides $K$ is the side of a kernel or the number of input channels.
With the side, 2, the first average would be 6.5, more than any of the four pixels it averages.)

```cl {id=average-and-l2 slide="S3-71 S3-72"}
avg_pool2d(P, 2)
#> [[3.25, 5.25],
#>  [2, 2]]
lp_pool2d(P, 2, 2)
#> [[7.9373, 11.5326],
#>  [4.2426, 5.0990]]
expect lp_pool2d(P, 2, 2) ~ 2 * sqrt(avg_pool2d(P**2, 2))
lp_pool2d(ones(2, 2), 2, 2)      #> [[2]]
```

The $L_2$ pool has no $1/K$, so it is not an average of any kind: an image of ones becomes an image of twos.

The same sum can run over *features* instead of places. Let one detector see upright eyes and another tilted ones:
the root of the sum of squares answers "an eye, however tilted".

```cl {id=over-features slide="S3-73"}
upright = [[3, 0], [5, 0]]
tilted = [[4, 2], [12, 0]]
sqrt(upright**2 + tilted**2)
#> [[5, 2],
#>  [13, 0]]
```

Decimation is the laziest: keep one pixel, throw $M^2 - 1$ away. That is not as wasteful as it sounds, for the pixels that are thrown
away need never be computed. A convolution with stride $M$ does exactly that.

```cl {id=decimation slide="S2-35"}
E = [[-1, 2, -3, -4],
     [3, 1, -2, -5],
     [0, -1, 5, 4],
     [2, 2, 6, 7]]
relu(decimate2d(E, 2))           #> [[0, 0], [0, 5]]
relu(decimate2d(figure, 2))      #> [[1, 2], [3, 1]]
[M**2 - 1 for M in [2, 3]]       #> [3, 8]
expect conv2d(cat, blur(3), stride=2) ~ decimate2d(conv2d(cat, blur(3)), 2)
```

What decimation does not look at can hurt. These stripes are half black, half white:

```cl {id=stripes predict="Decimate by 2. How much white is left?"}
stripes = tile([0, 1], (4, 2))
decimate2d(stripes, 2)           #> [[0, 0], [0, 0]]
decimate2d(stripes[:, 1:], 2)    #> [[1, 1], [1, 1]]
avg_pool2d(stripes, 2)           #> [[0.5, 0.5], [0.5, 0.5]]
```

None, or nothing else, depending on where the image starts. That is *aliasing*, and the cure is as old as image pyramids: blur first,
then decimate. Average pooling is exactly this, with a box for the blur:

```cl {id=pyramid slide="S3-75"}
box = full((2, 2), 1/4)
conv2d(P, box)
#> [[3.25, 4, 5.25],
#>  [4, 4, 4],
#>  [2, 2, 2]]
decimate2d(conv2d(P, box), 2)
#> [[3.25, 5.25],
#>  [2, 2]]
expect decimate2d(conv2d(P, box), 2) == avg_pool2d(P, 2)
expect decimate2d(conv2d(cat, box), 2) ~ avg_pool2d(cat, 2)
```

The slide says that pooling is *similar* to pyramid downsampling, of which it prints no numbers. For the average and a box it is the same
thing; a true pyramid blurs with a wider, softer kernel. Max pooling is no blur at all.

## ReLU before or after?

One lecture applies ReLU to every excitation $e$ and then takes the maximum of the window:

$$ h[m, n] = \max_{0 \le m', n' < M} \mathrm{ReLU}\big(e[mM + m',\; nM + n']\big) $$

```cl {id=relu-max slide="S2-31"}
max_pool2d(relu(E), 2)           #> [[3, 0], [2, 7]]
relu(max_pool2d(E, 2))           #> [[3, 0], [2, 7]]
expect max_pool2d(sigmoid(E), 2) == sigmoid(max_pool2d(E, 2))
```

The order does not matter, since ReLU never puts a smaller number above a larger one; the same holds for every increasing function.
Pooling first is cheaper: a quarter of the ReLUs.

An average is another matter. Its slide also puts the ReLU inside:

```cl {id=relu-average slide="S2-34" predict="Average instead of maximum: does the order matter now?"}
avg_pool2d(relu(E), 2)           #> [[1.5, 0], [1, 5.5]]
relu(avg_pool2d(E, 2))           #> [[1.25, 0], [0.75, 5.5]]
avg_pool2d(figure, 2)            #> [[2.75, 4.75], [1.75, 1.75]]
```

In the first window, $-1, 2, 3, 1$, the $-1$ counts as 0 in one order and pulls the mean down in the other. Where all four have one sign
(or after a ReLU, as in `figure`) both agree.

## Does the answer stay when the eye moves?

One slide promises that the values *remain the same* if the feature moves a little; another, more carefully, promises *robustness*.
Let a single 9 be the response of our eye detector.

```cl {id=invariance slide="S1-48 S3-74" predict="The 9 moves along the diagonal: when does the pooled map change?"}
def eye_at(i, j):
    x = zeros(4, 4)
    x[i, j] = 9
    return x
max_pool2d(eye_at(0, 0), 2)         #> [[9, 0], [0, 0]]
max_pool2d(eye_at(1, 1), 2)         #> [[9, 0], [0, 0]]
max_pool2d(eye_at(1, 2), 2)         #> [[0, 9], [0, 0]]
max_pool2d(eye_at(2, 2), 2)         #> [[0, 0], [0, 9]]
```

From (0, 0) to (1, 1) nothing changes. One step more and everything does: the 9 has crossed the border of a window. So the promise holds
inside a window, and only there.

Now a real image. We move the cat by one pixel. Each row below holds the window's size, the share of maxima that stay exactly as they were,
and by how much a value changes on average: for the maximum, the average, the corner.

```cl {id=moved-cat predict="Windows of 8x8, the cat moves by one pixel: which share of the maxima stays exactly the same?"}
before = cat[:288, :448]
after = cat[:288, 1:449]
def same(pool):
    return mean(pool(before) == pool(after))
def change(pool):
    return mean(abs(pool(before) - pool(after)))
table = []
for n in [1, 2, 4, 8, 16]:
    by_max = x -> max_pool2d(x, n)
    by_mean = x -> avg_pool2d(x, n)
    by_corner = x -> decimate2d(x, n)
    table.append([n, same(by_max), change(by_max), change(by_mean), change(by_corner)])
table
#> [[ 1, 0.0610, 0.0213, 0.0213, 0.0213],
#>  [ 2, 0.2244, 0.0155, 0.0155, 0.0213],
#>  [ 4, 0.3929, 0.0102, 0.0106, 0.0212],
#>  [ 8, 0.5298, 0.0060, 0.0075, 0.0208],
#>  [16, 0.6548, 0.0034, 0.0048, 0.0218]]
```

With windows of 8x8, half of the maxima do not notice. Maximum and average calm down as windows grow; decimation never does: it is as nervous as the photo.

Move the cat by exactly one window, and the pooled image moves by exactly one pixel. Pooling does not remove the position,
it makes the ruler coarser.

```cl {id=one-window}
expect max_pool2d(cat[:, 8:], 8) == largest[:, 1:]
expect avg_pool2d(cat[8:, :], 8) == average[1:, :]
```

## Your turn

Pooling, but with any function you like ("not restricted to max", says the slide):

```cl {exercise=pool2d}
def pool2d(x, k, s, f):
    # window k, stride s; f makes a number of each window; windows that stick out are left out
    ...
```
```cl {test=pool2d points=2 name="side by side and overlapping"}
pool2d(P, 2, 2, mean)            #> [[3.25, 5.25], [2, 2]]
pool2d(Q, 2, 1, max)             #> [[6, 6, 5], [7, 9, 9], [7, 9, 9]]
```
```cl {test=pool2d points=2 hidden name="not square, and one column left over"}
pool2d([[1, 2, 3, 4, 50], [6, 7, 8, 9, 60], [0, 1, 5, 3, 70]], 2, 2, max)       #> [[7, 9]]
pool2d([[1, 2, 3, 4, 50], [6, 7, 8, 9, 60], [0, 1, 5, 3, 70]], 3, 1, median)    #> [[3, 4, 8]]
```
```hint {for=pool2d after=1}
`conv_output_size(n, k, stride=s)` knows how many windows fit. Window (i, j) starts at row `i*s`; in `pool_by_hand` that was `i*k`.
```
```solution {for=pool2d}
def pool2d(x, k, s, f):
    rows = conv_output_size(x.shape[0], k, stride=s)
    columns = conv_output_size(x.shape[1], k, stride=s)
    return [[f(x[i*s:i*s+k, j*s:j*s+k]) for j in range(columns)] for i in range(rows)]
```

`figure` and `P` have the same maxima (and, by chance, the same corners), but their averages tell them apart.
Can you fool both at once?

```cl {exercise=twin}
def twin(x):
    # another image with the same 2x2 maxima and the same 2x2 averages as x;
    # x has even sides, and neighbours in it differ
    ...
```
```cl {test=twin points=1 name="both pools are fooled"}
max_pool2d(twin(Q), 2)           #> [[6, 5], [7, 9]]
avg_pool2d(twin(Q), 2)           #> [[3.5, 2], [2.5, 6]]
any(twin(Q) != Q)                #> True
```
```cl {test=twin points=1 hidden name="another size"}
wide = reshape(arange(24), (4, 6))
any(twin(wide) != wide)          #> True
max_pool2d(twin(wide), 2)        #> [[7, 9, 11], [19, 21, 23]]
avg_pool2d(twin(wide), 2)        #> [[3.5, 5.5, 7.5], [15.5, 17.5, 19.5]]
```
```hint {for=twin after=1}
Neither pool cares where in its window a number stands.
```
```solution {for=twin}
def twin(x):
    y = x
    y[:, ::2] = x[:, 1::2]
    y[:, 1::2] = x[:, ::2]
    return y
```

## What comes later

Which pixel of a window gets the gradient, and what happens at a tie: the backward halves of S1-44, S1-46, S2-34 and S2-35, and all of S2-33,
are in `06_convolution_backward.cl`. That a pooling layer has no parameters (S1-45, and the "0" of S4-32) is counted where there are layers
to count, in the lessons on networks.
