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
#> image 300x451 gray mean 0.4685 std 0.1260 min 0.0148 max 0.7614 dot 6.3300, 0 clipped
```

We replace each 8x8 window by one number, in four ways. The smallest needs no function of its own: it is the largest of the negative.

```cl {id=four-ways predict="Which of the four keeps the whiskers? Which keeps the pupils?"}
k = 8
largest = max_pool2d(cat, k)
average = avg_pool2d(cat, k)
smallest = -max_pool2d(-cat, k)
corner = decimate2d(cat[:296, :448], k)     # the top left pixel, the other 63 unread
show(largest)
#> image 37x56 gray mean 0.5517 std 0.0994 min 0.1808 max 0.7614 dot 2.8849, 0 clipped
```

To compare them we draw every number as a square of 8x8 pixels again and put the four side by side:
largest and average above, smallest and corner below. Open `out/pooled-cat.png`.

```cl {id=collage}
def squares(x):
    return repeat(repeat(x, k, axis=0), k, axis=1)
gap = ones(37 * k, 3)
above = concat([squares(largest), gap, squares(average)], axis=1)
below = concat([squares(smallest), gap, squares(corner)], axis=1)
save_png("pooled-cat.png", concat([above, ones(3, 899), below]))
#> saved pooled-cat.png: image 595x899 gray mean 0.4691 std 0.1449 min 0.0148 max 1 dot -4.4430, 0 clipped
```

The maximum keeps what is bright and thin (whiskers, the glint in the eye) and closes the pupils. The minimum does the opposite.
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

The larger the window, the further the four drift apart. Only the average stays as bright as the photo (0.4685);
what it loses is contrast.

```cl {id=sizes}
for n in [2, 4, 8, 16]:
    big = max_pool2d(cat, n)
    print(n, big.shape, f"max {mean(big):.3f}  average {mean(avg_pool2d(cat, n)):.3f}  min {mean(-max_pool2d(-cat, n)):.3f}")
#> 2 (150, 225) max 0.489  average 0.468  min 0.447
#> 4 (75, 112) max 0.517  average 0.468  min 0.418
#> 8 (37, 56) max 0.552  average 0.467  min 0.375
#> 16 (18, 28) max 0.591  average 0.465  min 0.317
```

Why then is *max* pooling the usual choice? Because its input is not a photo but a feature map, where bright means *found*.
One strong response in the window is an answer; the mean of one strong and 63 weak ones is not.

## One window by hand

The slide takes the window $X(0:2,\,0:2)$. It counts both ends, as MATLAB does; Python stops before the second, so we write `0:3`.

$$ \max(X) = 200 \qquad \frac1N \sum_i \sum_j x(i, j) = \frac{810}{9} = 90 $$

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

Windows of 2x2 side by side turn 4x4 into 2x2: sixteen numbers come in, four go out.

$$ y_{ij} = \max_{0 \le a, b < k} x_{si+a,\; sj+b} \qquad k = 2 \text{ (window)}, \quad s = 2 \text{ (stride)} $$

This is the best-known picture of max pooling. Our copy of the slide has lost its output; do it by hand, then look.

```cl {id=figure slide="S1-42 S2-32"}
figure = [[1, 0, 2, 3],
          [4, 6, 6, 8],
          [3, 1, 1, 0],
          [1, 2, 2, 4]]
max_pool2d(figure, 2)
#> [[6, 8],
#>  [3, 4]]
figure.size / max_pool2d(figure, 2).size    #> 4
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

Average pooling really does pad with zeros, and counts them: the corners of a white image turn grey.

```cl {id=average-padding}
avg_pool2d(ones(2, 2), 2, padding=1)
#> [[0.25, 0.25], [0.25, 0.25]]
avg_pool2d(ones(2, 2), 2, padding=1, count_include_pad=False)
#> [[1, 1], [1, 1]]
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

It is gone without a word. With `ceil_mode=True` the last windows may hang over the edge; with `strict=True` you are told, with the
formula filled in. Type the call at the prompt and read the whole message.

```cl {id=strict}
max_pool2d(five, 2, strict=True)
#! pool-fit: 5 columns and 5 rows do not divide into windows of 2 at stride 2
max_pool2d(zeros(28, 30), 3, strict=True)
#! pool-fit: 28 rows
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

$$ \frac{1}{K} \sum_{(\bar x, \bar y) \in N} h(\bar x, \bar y) \qquad \sqrt{\sum_{(\bar x, \bar y) \in N} h(\bar x, \bar y)^2} $$

$K$ is the number of pixels in the window, here 4. (Elsewhere in that deck $K$ is the side of a kernel, then the number of input channels.
With the side, 2, the first "average" below would be above all but one of the pixels it averages.)

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
expect sqrt(sum([upright, tilted]**2, axis=0)) == [[5, 2], [13, 0]]
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

What decimation does not look at can hurt. These stripes are half black and half white, and it sees one colour only:

```cl {id=stripes predect=""}
stripes = tile([0, 1], (4, 2))
```

