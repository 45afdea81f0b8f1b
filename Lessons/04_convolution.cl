---
title: Convolution
digits: 4
seed: 4
---
# Convolution

Nine numbers and one rule can blur a photograph, sharpen it, or find the outline of a cat. The rule is convolution. In
this lesson you meet it as a picture tool, take it apart by hand, and end where convolutional networks begin: several
kernels, several channels, one matrix product. Nothing is learned yet; you choose the numbers.

Many results come from lecture slides. In the file their cells are labelled: `slide="S1-26"` is result 26 of deck S1.
Where a slide is wrong, or can be read in two ways, the lesson says so and runs both.

## 1. A cat and nine numbers

A colour photograph is three grids of numbers, one each for red, green and blue, from 0 (dark) to 1 (bright). One grid
is enough for now.

```cl {id=photo}
photo = load_png("chelsea.png")
cat = gray(photo)
photo.shape                   #> (3, 300, 451)
cat.shape                     #> (300, 451)
show(cat)
#> image 300x451 gray mean 0.4685 std 0.1260 ... 0 clipped
```

Look closely and there is no cat, only brightness. These nine pixels lie on the dark rim of an eye:

```cl {id=window}
window = cat[100:103, 200:203]
window
#> [[0.1847, 0.3146, 0.3910],
#>  [0.0974, 0.1833, 0.3211],
#>  [0.0718, 0.1128, 0.2228]]
```

A **filter** replaces a pixel by a weighted sum of the pixels around it. The weights form a small grid, the
**kernel**. Nine weights of 1/9 give the mean of the window:

```cl {id=one-pixel}
expect blur() ~ full((3, 3), 1/9)
sum(window * blur())          #> 0.2111
```

`conv2d` does this at every place where the kernel fits. The place above is one of them:

```cl {id=every-pixel}
soft = conv2d(cat, blur())
soft.shape                    #> (298, 449)
soft[100, 200]                #> 0.2111
```

A mean of 81 pixels is easier to see than a mean of 9. The pictures are saved in the folder `out`; open them.

```cl {id=blur}
save_png("cat-blur.png", conv2d(cat, blur(9)))
#> saved cat-blur.png: image 292x443 gray mean 0.4676 std 0.1117 ... 0 clipped
save_png("cat-gaussian.png", conv2d(cat, gaussian(9, 2)))
#> saved cat-gaussian.png: image 292x443 gray ... 0 clipped
```

The Gaussian weighs near pixels more than far ones, so its blur has no square corners. Other weights, other jobs;
these three have names, too:

```cl {id=kernels}
sharpen()
#> [[ 0, -1,  0],
#>  [-1,  5, -1],
#>  [ 0, -1,  0]]
edge()
#> [[0,  1, 0],
#>  [1, -4, 1],
#>  [0,  1, 0]]
sobel_x()
#> [[-1, 0, 1],
#>  [-2, 0, 2],
#>  [-1, 0, 1]]
```

As a picture, with blue for what is below 0, white for 0 and red for what is above, a kernel shows what it looks for:

```cl {id=kernels-seen}
montage({"sharpen": sharpen(), "edge": edge(), "sobel_x": sobel_x()}, range="signed")
#> montage of 3 images 3x3 in 1 row, 0 clipped
```

The sum of a kernel tells you what it does to a plain gray wall: sum 1 leaves it alone, sum 0 turns it black. If the
picture wraps round at its borders, the mean brightness is multiplied by exactly that sum:

```cl {id=kernel-sums predict="Which of these four kernels leave the mean brightness of the cat as it was?"}
for k in (blur(), sharpen(), edge(), sobel_x()):
    out = conv2d(cat, k, padding=1, padding_mode="circular")
    expect mean(out) ~ sum(k) * mean(cat) within 1e-12
    print(f"sum {sum(k):.1f}, mean {mean(out):.4f}")
#> sum 1.0, mean 0.4685
#> sum 1.0, mean 0.4685
#> sum 0.0, mean 0.0000
#> sum 0.0, mean 0.0000
```

A filtered picture with mean 0 is as much below 0 as above, and a screen knows nothing darker than black. ConvLab does
not rescale behind your back: what lies outside [0, 1] is clipped and counted. With `range="signed"`, 0 becomes middle
gray and the largest value, of either sign, black or white. You can also say the range yourself.

```cl {id=edges}
save_png("cat-sharp.png", conv2d(cat, sharpen()))
#> saved cat-sharp.png: image 298x449 gray mean 0.4683 std 0.1639 ... clipped
save_png("cat-sobel-x.png", conv2d(cat, sobel_x()), range="signed")
#> saved cat-sobel-x.png: image 298x449 gray ... min -2.0492 max 1.9765 ... 0 clipped
save_png("cat-edge.png", conv2d(cat, edge()), range=(-0.5, 0.5))
#> saved cat-edge.png: image 298x449 gray ... min -1.0374 max 0.6781 ... clipped
```

`sobel_x` sees change from left to right, `sobel_y` from top to bottom. The length of the two together is the outline,
whatever its direction:

```cl {id=outline}
across = conv2d(cat, sobel_x())
down = conv2d(cat, sobel_y())
outline = sqrt(across**2 + down**2)
save_png("cat-outline.png", outline, range=(0, 1))
#> saved cat-outline.png: image 298x449 gray mean 0.1884 std 0.1817 min 0 max 2.0940 ... clipped
expect sobel(cat)[1:299, 1:450] ~ outline within 1e-12
```

Not one whisker is lost. (The last line says that the builtin `sobel` does the same and keeps the size of the
picture.)

Side by side these are three **feature maps**: each says of every place of the picture how much of one thing is there.

```cl {id=feature-maps}
montage({"left to right": across, "top to bottom": down, "outline": outline}, range="signed")
#> montage of 3 images 298x449 in 1 row, 0 clipped
```

### Two grids from a lecture

Deck S0 prints nine ones in a frame of zeros, under the heading "original image" and beside the words "blur filter".
The page of the GIMP manual that it cites has this grid as the *kernel*. Run both readings. As a kernel (its sum is 9,
so divide by 9) it turns one bright dot into a block:

```cl {id=grid-blur slide="S0-18"}
grid = pad(ones(3, 3), 1)
spot = zeros(7, 7)
spot[3, 3] = 9
conv2d(spot, grid / 9, padding=1)           # as the kernel
#> [[0, 0, 0, 0, 0],
#>  [0, 1, 1, 1, 0],
#>  [0, 1, 1, 1, 0],
#>  [0, 1, 1, 1, 0],
#>  [0, 0, 0, 0, 0]]
expect conv2d(spot, grid / 9, padding=2) == pad(ones(3, 3), 2)
conv2d(grid, ones(3, 3), padding=1)         # as the image, under a 3x3 kernel of ones
#> [[1, 2, 3, 2, 1],
#>  [2, 4, 6, 4, 2],
#>  [3, 6, 9, 6, 3],
#>  [2, 4, 6, 4, 2],
#>  [1, 2, 3, 2, 1]]
conv2d(grid, ones(3, 3))                    #> [[4, 6, 4], [6, 9, 6], [4, 6, 4]]
```

The second grid has the edge kernel in the middle of empty cells (read them as 0), again headed "original image". As a
kernel it answers 0 on anything flat or evenly sloping; on the square it draws the border. As an image it can be
filtered like any other.

```cl {id=grid-edge slide="S0-19"}
grid_b = pad(edge(), 1)
conv2d(grid, grid_b, padding=2)                     # the kernel of the manual page
#> [[0,  1,  1,  1, 0],
#>  [1, -2, -1, -2, 1],
#>  [1, -1,  0, -1, 1],
#>  [1, -2, -1, -2, 1],
#>  [0,  1,  1,  1, 0]]
expect conv2d(grid, grid_b, padding=2) == conv2d(grid, edge(), padding=1)
conv2d(grid, edge())          #> [[-2, -1, -2], [-1, 0, -1], [-2, -1, -2]]
slope = [[i + 2*j for j in range(4)] for i in range(4)]
conv2d(slope, edge())         #> [[0, 0], [0, 0]]
conv2d(grid_b, edge(), padding=1)                   # the grid as an image
#> [[0,  0,  1,  0, 0],
#>  [0,  2, -8,  2, 0],
#>  [1, -8, 20, -8, 1],
#>  [0,  2, -8,  2, 0],
#>  [0,  0,  1,  0, 0]]
```

"Each pixel is transformed into a fixed linear combination of its neighborhood," says the deck. *Fixed*: the same
weights at every place. *Linear*: filtering a mixture of two pictures is the same as mixing two filtered pictures. The
manual page's own example picks the pixel above the middle; a formula that turns the kernel round would pick the one
below. Section 5 is about that.

```cl {id=linear-filter slide="S0-20"}
filtered(image) = conv2d(image, sharpen())
one = randn(6, 7)
two = randn(6, 7)
expect filtered(3*one - 2*two) ~ 3*filtered(one) - 2*filtered(two) within 1e-12

gimp = [[40, 42, 46], [46, 50, 55], [52, 56, 58]]
above = [[0, 1, 0], [0, 0, 0], [0, 0, 0]]
correlate2d(gimp, above, mode="valid")      #> [[42]]
convolve2d(gimp, above, mode="valid")       #> [[56]]
```

## 2. Why not one weight per pixel?

A dense layer gives every pixel its own weight. A six-megapixel colour photograph has this many numbers, so one single
unit needs as many weights:

```cl {id=photo-size slide="S2-10"}
2000 * 3000 * 3               #> 18000000
```

Worse, those weights know *places*, not *shapes*. Here is a letter A, and the same A five columns to the right.
Compare them first pixel by pixel, as a dense layer must. Then slide the letter itself over both pictures.

```cl {id=matched-filter slide="S0-16" predict="How many bright pixels do the two pictures share?"}
letter = [[0, 1, 0],
          [1, 1, 1],
          [1, 0, 1]]
left = zeros(5, 8)
left[1:4, 0:3] = letter
right = shift(left, (0, 5))
right
#> [[0, 0, 0, 0, 0, 0, 0, 0],
#>  [0, 0, 0, 0, 0, 0, 1, 0],
#>  [0, 0, 0, 0, 0, 1, 1, 1],
#>  [0, 0, 0, 0, 0, 1, 0, 1],
#>  [0, 0, 0, 0, 0, 0, 0, 0]]
sum(left * right)             #> 0
sum((left - right)**2)        #> 12
sum(left**2)                  #> 6
correlate2d(left, letter, mode="valid")
#> [[3, 2, 1, 0, 0, 0],
#>  [6, 2, 2, 0, 0, 0],
#>  [3, 2, 1, 0, 0, 0]]
correlate2d(right, letter, mode="valid")
#> [[0, 0, 0, 1, 2, 3],
#>  [0, 0, 0, 2, 2, 6],
#>  [0, 0, 0, 1, 2, 3]]
```

Pixel by pixel the two have nothing in common. The sliding letter finds its 6 pixels both times, at (1, 0) and then at
(1, 5): the answer moved with the letter. A kernel used this way is called a *matched filter*. (A block of nine ones
would score 6 as well. The kernel `2*letter - 1` tells the two apart; try it.)

Sliding one small kernel joins three ideas. Count parameters (a window of k1 x k2, one bias each) after each of them:

1. *Receptive fields*: an output looks at a window only, N outputs: $(k_1 k_2 + 1)\,N$.
2. *Shared weights*: all windows use the same kernel: $k_1 k_2 + 1$.
3. *Many features*: M kernels side by side: $(k_1 k_2 + 1)\,M$.

```cl {id=three-ideas slide="S1-10 S1-11 S1-12" predict="9 outputs see a 5x5 image. Dense: 234 parameters. With 3x3 windows? And if they share the weights?"}
dense(pixels, outputs) = (pixels + 1) * outputs
local(k1, k2, outputs) = (k1*k2 + 1) * outputs
shared(k1, k2, features) = (k1*k2 + 1) * features
outputs = conv2d(zeros(5, 5), zeros(3, 3)).size
outputs                       #> 9
dense(25, outputs)            #> 234
local(3, 3, outputs)          #> 90
shared(3, 3, 1)               #> 10
shared(3, 3, 4)               #> 40
many = conv2d(zeros(256, 256), zeros(3, 3)).size
local(3, 3, many)             #> 645160
```

Deck S3 tells the same story with a 200x200 image and 10x10 windows: 40 000 local units cost 4 million weights, 100
shared filters only 10 thousand. It leaves out the biases, one for each filter:

```cl {id=local-and-shared slide="S3-60 S3-61"}
200*200 * 10*10               #> 4000000
filters = zeros(100, 1, 10, 10)
filters.size                  #> 10000
filters.size + 100            #> 10100
```

## 3. One dimension, by hand

Throw two dice. In how many ways can they show a total of 7? Move one row of six ones along another and count where
they overlap. That is a convolution:

```cl {id=dice}
convolve(ones(6), ones(6))
#> [1, 2, 3, 4, 5, 6, 5, 4, 3, 2, 1]
```

Two boxes of width three do the same. The overlap grows, is complete once, and shrinks:

```cl {id=overlap slide="S1-13"}
convolve([1, 1, 1], [1, 1, 1])              #> [1, 2, 3, 2, 1]
for moved in range(5):
    here = pad([1, 1, 1], 2)[moved:moved + 3]
    print("moved by", moved, "the boxes share", sum(here))
#> moved by 0 the boxes share 1
#> moved by 1 the boxes share 2
#> moved by 2 the boxes share 3
#> moved by 3 the boxes share 2
#> moved by 4 the boxes share 1
```

In general, with $x$ zero outside its range and $N$ the length of $h$:

$$ y_k = \sum_{n=0}^{N-1} h_n \, x_{k-n} $$

The two indexes $n$ and $k-n$ always add up to $k$. Written out, that gives the lines of the slide:

```cl {id=one-d slide="S1-15 S1-16"}
h = [1, 2, 3, 4]
x = [1, 2, 3, 4]
y0 = h[0]*x[0]
y1 = h[1]*x[0] + h[0]*x[1]
y2 = h[2]*x[0] + h[1]*x[1] + h[0]*x[2]
y3 = h[3]*x[0] + h[2]*x[1] + h[1]*x[2] + h[0]*x[3]
(y0, y1, y2, y3)                            #> (1, 4, 10, 20)
expect convolve(h, x)[0:4] == [y0, y1, y2, y3]
convolve([1, 2, 3], [1, 0, -1, 2])          #> [1, 2, 2, 0, 1, 6]
```

Your turn. Two loops are enough, one over $k$ and one over $n$.

```cl {exercise=convolve1d}
def convolve_by_hand(h, x):
    # all len(h) + len(x) - 1 sums, x counting as 0 outside its range
    ...
```
```cl {test=convolve1d points=1 name="the slide's numbers"}
convolve_by_hand([1, 2, 3], [1, 0, -1, 2])    #> [1, 2, 2, 0, 1, 6]
```
```cl {test=convolve1d points=1 name="two dice"}
convolve_by_hand(ones(6), ones(6))            #> [1, 2, 3, 4, 5, 6, 5, 4, 3, 2, 1]
```
```cl {test=convolve1d points=2 hidden name="other lengths"}
convolve_by_hand([2], [5, 7])                 #> [10, 14]
convolve_by_hand([1, -1], [3, 1, 4, 1, 5])    #> [3, -2, 3, -3, 4, -5]
```
```hint {for=convolve1d after=1}
`x[k - n]` exists only if `0 <= k - n < len(x)`. Add `h[n] * x[k - n]` in just those cases.
```
```hint {for=convolve1d after=2}
The other way round needs no test: every pair `(n, m)` adds `h[n] * x[m]` to place `n + m`.
```
```solution {for=convolve1d}
def convolve_by_hand(h, x):
    y = zeros(len(h) + len(x) - 1)
    for n in range(len(h)):
        for m in range(len(x)):
            y[n + m] += h[n] * x[m]
    return y
```

### A near relative

**Cross-correlation** moves both indexes the same way: $y_k = \sum_n h_n \, x_{k+n}$. It looks like a detail.

```cl {id=correlation-1d slide="S1-14" predict="Convolution gives 0 1 4 7 6 in both orders. What happens to correlation?"}
f = [1, 2, 3]
g = [0, 1, 2]
convolve(f, g)                #> [0, 1, 4, 7, 6]
convolve(g, f)                #> [0, 1, 4, 7, 6]
correlate(f, g)               #> [2, 5, 8, 3, 0]
correlate(g, f)               #> [0, 3, 8, 5, 2]
```

Convolution does not care which of its arguments moves. Correlation does: swap them and the answer comes out
backwards.

## 4. Two dimensions

The same sum, over rows and columns:

$$ S(i, j) = (I * K)(i, j) = \sum_m \sum_n I(i - m,\, j - n)\, K(m, n) $$

Deck S0 heads this "Discrete Convolution" and then prints double *integrals* with $dm\,dn$. For pixels it is a sum.
Here it is, word for word, beside the builtin; "valid" keeps the places where F lies inside A:

```cl {id=definition slide="S0-21"}
def convolve_loops(I, K):
    H, W = I.shape
    h, w = K.shape
    S = zeros(H + h - 1, W + w - 1)
    for i in range(H + h - 1):
        for j in range(W + w - 1):
            for m in range(h):
                for n in range(w):
                    if 0 <= i - m < H and 0 <= j - n < W:
                        S[i, j] += I[i - m, j - n] * K[m, n]
    return S

A = [[1, 2, 3], [4, 5, 6], [7, 8, 9]]
F = [[1, 2], [3, 4]]
convolve_loops(A, F)
#> [[ 1,  4,  7,  6],
#>  [ 7, 23, 33, 24],
#>  [19, 53, 63, 42],
#>  [21, 52, 59, 36]]
expect convolve_loops(A, F) == convolve2d(A, F)
convolve2d(A, F, mode="valid")              #> [[23, 33], [53, 63]]
```

There is a second way to see it, easier to draw. Each pixel *stamps* a copy of the kernel onto the output, as strong
as the pixel is bright, and where stamps overlap they add up.

```cl {id=stamps}
def convolve_stamps(I, K):
    H, W = I.shape
    h, w = K.shape
    S = zeros(H + h - 1, W + w - 1)
    for i in range(H):
        for j in range(W):
            S[i:i + h, j:j + w] += I[i, j] * K
    return S

expect convolve_stamps(A, F) == convolve_loops(A, F)
```

Now it is plain what a single bright pixel, an *impulse*, must give: the stamp. Correlation prints the stamp upside
down. (Deck S2 writes the formula for a layer, with weights $w$ and input $h$, and does not say what happens at the
border; here it is the full convolution, $e[m,n] = \sum_{m'} \sum_{n'} w[m',n']\, h[m-m',\, n-n']$.)

```cl {id=impulse slide="S2-13 S2-15"}
w = [[1, 2], [3, 4]]
convolve2d(w, A)              #> [[1, 4, 7, 6], [7, 23, 33, 24], [19, 53, 63, 42], [21, 52, 59, 36]]
impulse = zeros(3, 3)
impulse[0, 0] = 1
convolve2d(impulse, w)[0:2, 0:2]            #> [[1, 2], [3, 4]]
correlate2d(impulse, w)[0:2, 0:2]           #> [[4, 3], [2, 1]]
```

Stamping B with A or A with B counts the same pairs of numbers, so convolution **commutes**. (Did you notice that the
cell above had the kernel first?)

```cl {id=commutes slide="S0-22"}
expect convolve2d(A, F) == convolve2d(F, A)
correlate2d(A, F)[0]          #> [4, 11, 18, 9]
correlate2d(F, A)[0]          #> [9, 26, 23, 14]
expect correlate2d(F, A) == rot180(correlate2d(A, F))      # backwards again
```

It is also **associative**: $F \otimes (G \otimes I) = (F \otimes G) \otimes I$. Two filters in a row are one filter.
The slide states this with a sign that it also uses for correlation, so test both:

```cl {id=associative slide="S1-17" predict="F after G is one filter, for convolution. For correlation, too?"}
G = [[0, 1], [1, 0]]
convolve2d(F, convolve2d(G, A))
#> [[ 0,  1,   4,   7,  6],
#>  [ 1, 11,  30,  39, 24],
#>  [ 7, 42,  86,  87, 42],
#>  [19, 74, 115, 101, 36],
#>  [21, 52,  59,  36,  0]]
expect convolve2d(convolve2d(F, G), A) == convolve2d(F, convolve2d(G, A))

slide_over(kernel, signal) = correlate(signal, kernel)
slide_over([1, 2], slide_over([1, 3], [1, 4]))       #> [6, 29, 21, 4]
slide_over(slide_over([1, 2], [1, 3]), [1, 4])       #> [3, 19, 30, 8]
```

For correlation the equation is false, even in one dimension. For convolution it is useful on a real picture: smooth
first and find edges afterwards, or prepare one kernel that does both, once.

```cl {id=one-kernel}
both = convolve2d(gaussian(5, 1), edge())
both.shape                                  #> (7, 7)
twice = conv2d(conv2d(cat, gaussian(5, 1)), edge())
expect conv2d(cat, both) ~ twice within 1e-12
save_png("cat-smooth-edge.png", twice, range="signed")
#> saved cat-smooth-edge.png: image 294x445 gray ... 0 clipped
```

### Where is (0, 0)?

Slides put the origin in the corner in some pictures and in the middle in others. With the middle, the sum can run
over the image or over the kernel:

$$ y(r,c) = \sum_{a=-\frac{H-1}{2}}^{\frac{H-1}{2}} \sum_{b=-\frac{W-1}{2}}^{\frac{W-1}{2}} x(a,b)\, k(r-a,\, c-b) $$

$$ y(r,c) = \sum_{a=-\frac{k_1-1}{2}}^{\frac{k_1-1}{2}} \sum_{b=-\frac{k_2-1}{2}}^{\frac{k_2-1}{2}} x(r-a,\, c-b)\, k(a,b) $$

(The slide has $K_1$ below the second sum and $k_1$ above it: one and the same number.) Take R, the numbers 1 to 25,
as the image and A as the kernel. The first sum has 25 terms, of which at most 9 count; the five that the slide writes
out are all zero for a 3x3 kernel, because $k(2, \cdot)$ lies outside it.

```cl {id=centred slide="S1-20 S1-21"}
R = arange(1, 26).reshape(5, 5)
x_at(r, c) = R[r + 2, c + 2] if abs(r) <= 2 and abs(c) <= 2 else 0
k_at(a, b) = A[a + 1, b + 1] if abs(a) <= 1 and abs(b) <= 1 else 0

def over_image(r, c):
    return sum(x_at(a, b) * k_at(r - a, c - b) for a in range(-2, 3) for b in range(-2, 3))
def over_kernel(r, c):
    return sum(x_at(r - a, c - b) * k_at(a, b) for a in range(-1, 2) for b in range(-1, 2))

over_image(0, 0)              #> 489
over_image(-1, -1)            #> 219
[x_at(-2, b) * k_at(2, -b) for b in range(-2, 3)]     # the slide's five terms of y(0, 0)
#> [0, 0, 0, 0, 0]
count_nonzero([x_at(a, b) * k_at(-a, -b) for a in range(-2, 3) for b in range(-2, 3)])
#> 9
first = [[over_image(r, c) for c in range(-2, 3)] for r in range(-2, 3)]
second = [[over_kernel(r, c) for c in range(-2, 3)] for r in range(-2, 3)]
expect first == second
expect first == convolve2d(R, A, mode="same")
```

The middle exists only for odd sizes. For k = 2 the index would start at one half:

```cl {id=odd-kernels slide="S1-22"}
def places(k):
    half = (k - 1) / 2
    return [a for a in range(-half, half + 1)]

places(3)                     #> [-1, 0, 1]
places(5)                     #> [-2, -1, 0, 1, 2]
places(2)
#! index-whole: -0.5 is not whole
```

From here on (0, 0) is the top left corner, as in every array.

## 5. To flip or not to flip

Turn the kernel by 180 degrees: both rows and columns run backwards. It is neither a transpose nor a single mirror
image.

```cl {id=flip slide="S1-19 S1-23"}
rot180(A)
#> [[9, 8, 7],
#>  [6, 5, 4],
#>  [3, 2, 1]]
rot180(sobel_x())
#> [[1, 0, -1],
#>  [2, 0, -2],
#>  [1, 0, -1]]
expect rot180(A) == A[::-1, ::-1]
expect any(rot180(A) != A.T)
expect any(rot180(A) != flip(A, axis=0))
```

That turn is the whole difference between the two operations:

$$ \text{convolution with } K \;=\; \text{correlation with } K' = \operatorname{rot180}(K) $$

```cl {id=flip-and-correlate slide="S1-24"}
convolve2d(R, A, mode="valid")[0, 0]        #> 219
correlate2d(R, A, mode="valid")[0, 0]       #> 411
expect convolve2d(R, A) == correlate2d(R, rot180(A))
```

Correlation is the easier one to write: start at the corner of the kernel and move forward, just as in the image.

$$ y(r, c) = \sum_{a=0}^{k_1-1} \sum_{b=0}^{k_2-1} x(r+a,\, c+b)\, k(a, b) $$

```cl {id=correlation slide="S1-25"}
sum(A[0:2, 0:2] * F)          #> 37
sum(A[0:2, 1:3] * F)          #> 47
correlate2d(A, F, mode="valid")             #> [[37, 47], [67, 77]]
expect conv2d(A, F) == correlate2d(A, F, mode="valid")
```

The last line is a fact worth knowing: `conv2d`, here as in PyTorch, is a *correlation*, in spite of its name. So are
most "convolutions" of deep learning. The slide writes both with the same sign, $x * k$; this lesson uses two names,
`convolve2d` and `correlate2d`.

Does it matter? For blur, Gaussian, sharpen and edge it cannot: they look the same upside down. Sobel does not. Try a
picture that gets brighter to the right, and one with a single step:

```cl {id=sobel-sign slide="S1-18" predict="Same picture, same kernel: what does the flip do to Sobel's answer?"}
brighter = [[0, 1, 2, 3, 4] for row in range(5)]
correlate2d(brighter, sobel_x(), mode="valid")          #> [[8, 8, 8], [8, 8, 8], [8, 8, 8]]
convolve2d(brighter, sobel_x(), mode="valid")           #> [[-8, -8, -8], [-8, -8, -8], [-8, -8, -8]]
expect correlate2d(brighter.T, sobel_x(), mode="valid") == zeros(3, 3)     # up and down: not its job
wall = [[0, 0, 0, 1, 1] for row in range(5)]
correlate2d(wall, sobel_x(), mode="valid")[0]         #> [0, 4, 4]
convolve2d(wall, sobel_x(), mode="valid")[0]          #> [0, -4, -4]
```

Now a slide with a trap. It is titled *Cross-Correlation*, shows a window $x(0{:}2, 0{:}2)$ (both ends included, in
Python `x[0:3, 0:3]`) and multiplies it by K', the Sobel kernel *already turned*. The printed result is 65 plus a
bias.

```cl {id=sixty-five slide="S1-26" predict="The slide prints 65 for K'. What does the kernel K give, unturned?"}
x = [[200, 150, 150], [100, 50, 100], [25, 25, 10]]
turned = rot180(sobel_x())
x[0:3, 0:3] * turned
#> [[200, 0, -150],
#>  [200, 0, -200],
#>  [ 25, 0,  -10]]
sum(x * turned)                             #> 65
sum(x * turned) + 1.5                       #> 66.5
convolve2d(x, sobel_x(), mode="valid")      #> [[65]]
correlate2d(x, sobel_x(), mode="valid")     #> [[-65]]
```

`trace` draws any one number of a result as the slide does: window, kernel, products and sum. Of a convolution it
shows the kernel as it lies over the picture, turned:

```cl {id=traced}
trace(conv2d, x, turned, 1.5, at=(0, 0))
#> window [0:3, 0:3]  kernel  products
#> 200 150 150        1 0 -1  200 0 -150
#> 100  50 100        2 0 -2  200 0 -200
#>  25  25  10        1 0 -1   25 0  -10
#> sum 65 + bias 1.5 = 66.5
trace(convolve2d, x, sobel_x(), mode="valid", at=(0, 0))
#> window [0:3, 0:3]  kernel rotated 180  products
#> 200 150 150        1 0 -1              200 0 -150
#> 100  50 100        2 0 -2              200 0 -200
#>  25  25  10        1 0 -1               25 0  -10
#> sum 65
```

`trace_frames` draws every step, one picture each, and `animate` lets them follow each other in one PNG file that any
browser plays. Four steps side by side make a strip:

```cl {id=steps}
small = [[200, 150, 150, 120], [100, 50, 100, 90], [25, 25, 10, 60], [0, 20, 40, 50]]
steps = trace_frames(conv2d, small, turned)
len(steps)                                    #> 4
animate(steps, "steps.png", fps=1)
#> saved steps.png: animation of 4 frames, ...
save_png("strip.png", concat(steps, axis=2))
#> saved strip.png: image ...
```

So 65 is right for K', and it is the *convolution* with Sobel. The cross-correlation with Sobel itself, which the
title promises, is -65. (The 1.5 stands for a bias; each kernel has one.)

Deck S3 is careful and says "correlation (rotated convolution)":

```cl {id=rotated slide="S3-64"}
I = arange(9).reshape(3, 3)
correlate2d(I, [[1, 2], [3, 4]], mode="valid")          #> [[27, 37], [57, 67]]
convolve2d(I, [[1, 2], [3, 4]], mode="valid")           #> [[13, 23], [43, 53]]
```

Deck S4 shows a complete example under the title "convolution". Which of the two did it compute?

```cl {id=demo slide="S4-25 S4-26" predict="The slide prints 3 2 2 3 1 as the first row. Convolution or correlation?"}
demo = [[0, 0, 0, 0, 0, 0, 0],
        [0, 1, 1, 1, 1, 1, 0],
        [0, 1, 0, 0, 1, 0, 0],
        [0, 1, 0, 1, 0, 0, 0],
        [0, 1, 1, 0, 0, 0, 0],
        [0, 1, 0, 0, 0, 0, 0],
        [0, 0, 0, 0, 0, 0, 0]]
corner = [[0, 0, 0],
          [0, 1, 1],
          [0, 1, 0]]
printed = correlate2d(demo, corner, mode="valid")
printed
#> [[3, 2, 2, 3, 1],
#>  [2, 0, 2, 1, 0],
#>  [2, 2, 1, 0, 0],
#>  [3, 1, 0, 0, 0],
#>  [1, 0, 0, 0, 0]]
true_convolution = convolve2d(demo, corner, mode="valid")
true_convolution
#> [[1, 2, 2, 2, 2],
#>  [2, 2, 1, 2, 2],
#>  [2, 1, 1, 2, 0],
#>  [2, 2, 2, 0, 0],
#>  [2, 2, 0, 0, 0]]
sum(printed != true_convolution)            #> 14
```

All 25 printed cells are a correlation; a convolution differs in 14 of them.

```cl {exercise=correlate2d}
def correlate_by_hand(x, k):
    # Four loops and no slices: x[r + a, c + b] * k[a, b], where k lies inside x
    ...
```
```cl {test=correlate2d points=1 name="square"}
correlate_by_hand([[1, 2, 3], [4, 5, 6], [7, 8, 9]], [[1, 2], [3, 4]])  #> [[37, 47], [67, 77]]
```
```cl {test=correlate2d points=2 name="the kernel is not turned"}
correlate_by_hand([[200, 150, 150], [100, 50, 100], [25, 25, 10]], [[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]])
#> [[-65]]
```
```cl {test=correlate2d points=2 hidden name="neither square"}
correlate_by_hand([[1, 0, 2, 1], [3, 1, 0, 1]], [[1, 2, 0], [0, 1, -1]])  #> [[2, 3]]
correlate_by_hand([[1], [2], [4]], [[3], [1]])  #> [[5], [10]]
```
```hint {for=correlate2d after=1}
The output has `H - k1 + 1` rows and `W - k2 + 1` columns. Start from `zeros` of that shape.
```
```solution {for=correlate2d}
def correlate_by_hand(x, k):
    H, W = x.shape
    k1, k2 = k.shape
    y = zeros(H - k1 + 1, W - k2 + 1)
    for r in range(H - k1 + 1):
        for c in range(W - k2 + 1):
            for a in range(k1):
                for b in range(k2):
                    y[r, c] += x[r + a, c + b] * k[a, b]
    return y
```

## 6. Borders

A kernel that must lie inside the image never reaches the border pixels as its middle. This is called **valid**; a
kernel of width w makes each side shorter by w - 1.

```cl {id=valid slide="S0-25 S1-32"}
for (n, w) in ((4, 3), (5, 3), (28, 5), (7, 1)):
    print(n, "with", w, "gives", conv_output_size(n, w))
#> 4 with 3 gives 2
#> 5 with 3 gives 3
#> 28 with 5 gives 24
#> 7 with 1 gives 7
conv2d(zeros(5, 5), zeros(3, 3)).shape      #> (3, 3)
conv2d(zeros(7, 6), zeros(3, 2)).shape      #> (5, 5)
```

To keep the size, surround the image with p more pixels on each side (a slide says "added to one size"; it means one
*side*). For an odd w and a stride of 1, $p = (w-1)/2$ is exactly right and called **same**:

```cl {id=same slide="S0-26 S1-33" predict="Which padding keeps a side of 5 when the kernel is 4 wide?"}
5 + 2*1 - 3 + 1               #> 5
for (n, w) in ((5, 3), (28, 5), (6, 7)):
    p = (w - 1) // 2
    out = conv2d(zeros(n, n), zeros(w, w), padding=p)
    print("side", n, "kernel", w, "padding", p, "gives", len(out))
#> side 5 kernel 3 padding 1 gives 5
#> side 28 kernel 5 padding 2 gives 28
#> side 6 kernel 7 padding 3 gives 6
conv_output_size(5, 4, padding=1)           #> 4
conv_output_size(5, 4, padding=2)           #> 6
uneven = pad(zeros(5, 5), ((1, 2), (1, 2)))
conv2d(uneven, zeros(4, 4)).shape           #> (5, 5)
```

No equal padding serves a kernel of width 4: it needs one pixel before and two after. The slide's "ensures output is
the same height/width as input" is true for odd kernels and stride 1.

What should the new pixels be? Five answers, on the row 1 2 3 4:

```cl {id=padding slide="S0-23 S1-31"}
row = [1, 2, 3, 4]
pad(row, 2)                                 #> [0, 0, 1, 2, 3, 4, 0, 0]
pad(row, 2, mode="reflect")                 #> [3, 2, 1, 2, 3, 4, 3, 2]
pad(row, 2, mode="replicate")               #> [1, 1, 1, 2, 3, 4, 4, 4]
pad(row, 2, mode="circular")                #> [3, 4, 1, 2, 3, 4, 1, 2]
pad(row, 2, value=7)                        #> [7, 7, 1, 2, 3, 4, 7, 7]
```

*Reflect* does not repeat the border pixel, so it needs p < n. The choice shows up in the result:

```cl {id=padding-matters slide="S0-24" predict="The same four numbers, the same kernel. Which padding gives the largest sum?"}
small = [[1, 2], [3, 4]]
box = ones(3, 3)
conv2d(small, box, padding=1)                               #> [[10, 10], [10, 10]]
conv2d(small, box, padding=1, padding_mode="replicate")     #> [[18, 21], [24, 27]]
conv2d(small, box, padding=1, padding_mode="reflect")       #> [[27, 24], [21, 18]]
conv2d(pad(small, 1, value=1), box)                         #> [[15, 15], [15, 15]]
```

On a photograph zeros make a dark frame. A white wall shows how dark: blurred at its corner, four of nine pixels are
white.

```cl {id=dark-frame}
conv2d(ones(4, 4), blur(), padding=1)
#> [[0.4444, 0.6667, 0.6667, 0.4444],
#>  [0.6667, 1.0000, 1.0000, 0.6667],
#>  [0.6667, 1.0000, 1.0000, 0.6667],
#>  [0.4444, 0.6667, 0.6667, 0.4444]]
save_png("cat-frame.png", conv2d(cat, blur(41), padding=20))
#> saved cat-frame.png: image 300x451 gray ... 0 clipped
save_png("cat-no-frame.png", conv2d(cat, blur(41), padding=20, padding_mode="reflect"))
#> saved cat-no-frame.png: image 300x451 gray ... 0 clipped
```

## 7. Strides

The kernel may move by more than one pixel. A **stride** of 2 keeps every other result of stride 1, in both
directions:

```cl {id=stride-two slide="S1-34"}
conv2d(R, A, stride=2)                      #> [[411, 501], [861, 951]]
expect conv2d(R, A, stride=2) == conv2d(R, A)[::2, ::2]
(5 - 3)/2 + 1                 #> 2
```

With image side N, kernel K, padding P and stride S the side of the output is

$$ \left\lfloor \frac{N + 2P - K}{S} \right\rfloor + 1 $$

Two decks use it without printing it. The sides first, then a stride of 3 at work:

```cl {id=output-size slide="S3-68 S3-69 S4-27"}
conv_output_size(9, 3)                      #> 7
conv_output_size(9, 3, stride=3)            #> 3
conv_output_size(7, 3)                      #> 5
conv_output_size(7, 3, padding=1)           #> 7
conv_output_size(32, 5, stride=2, padding=2)          #> 16
six = arange(36).reshape(6, 6)
conv2d(six, ones(3, 3), stride=3)           #> [[63, 90], [225, 252]]
expect conv2d(six, ones(3, 3), stride=3) == conv2d(six, ones(3, 3))[::3, ::3]
```

The half brackets round down, and rounding down hides something. On a width of 7, list where a window of 3 can start,
and what the last window leaves over:

```cl {id=starts slide="S4-29"}
for s in (1, 2, 3):
    starts = range(0, 7 - 3 + 1, s)
    unread = 7 - (starts[-1] + 3)
    print("stride", s, "starts", [a for a in starts], "unread", unread)
#> stride 1 starts [0, 1, 2, 3, 4] unread 0
#> stride 2 starts [0, 2, 4] unread 0
#> stride 3 starts [0, 3] unread 1
```

Deck S1 calls a stride of 3 on 5x5 with a 3x3 kernel "invalid". PyTorch does not mind: it rounds 1.6667 down to one
window and ignores the rest of the image. So does `conv2d`, unless you ask it to be strict:

```cl {id=skipped slide="S1-35" predict="3x3 kernel, stride 3, 5x5 image: how many of the 25 pixels are never read?"}
(5 - 3)/3 + 1                               #> 1.6667
conv2d(R, A, stride=3)                      #> [[411]]
unseen = ones(5, 5)
for r in range(0, 5 - 3 + 1, 3):
    for c in range(0, 5 - 3 + 1, 3):
        unseen[r:r + 3, c:c + 3] = 0
sum(unseen)                                 #> 16
[s for s in (1, 2, 3) if (5 - 3) % s == 0]  # the strides that fit
#> [1, 2]
conv2d(R, A, stride=3, strict=True)
#! value-stride: the stride skips rows 3, 4 and columns 3, 4
```

Deck S4 shows a 7x7 input and a 3x3 output and asks for kernel, stride and padding. Most likely 3, 2, 0 is meant, and
it is a good answer: the demo of section 5 shows it at work. But sizes alone do not decide. Try all, with p < k, since
otherwise a window could see nothing but padding:

```cl {id=which-one slide="S4-28" predict="7x7 in, 3x3 out, padding 0 or 1. How many answers does the question have?"}
conv2d(demo, corner, stride=2)
#> [[3, 2, 1],
#>  [2, 1, 0],
#>  [1, 0, 0]]
fits(k, s, p) = (7 + 2*p - k) % s == 0 and (7 + 2*p - k) // s + 1 == 3
[(k, s, p) for p in (0, 1) for k in range(p + 1, 8) for s in range(1, 8) if fits(k, s, p)]
#> [(1, 3, 0), (3, 2, 0), (5, 1, 0), (3, 3, 1), (5, 2, 1), (7, 1, 1)]
```

Six answers that end exactly at the border. One of them, (1, 3, 0), is odd: its windows are single pixels with gaps
between them. The formula cannot see a gap; `strict=True` can.

```cl {id=gaps}
conv2d(demo, [[1]], stride=3, strict=True)
#! value-stride: skips rows 1, 2, 4, 5
```

```cl {exercise=side}
def side(n, k, s, p):
    # how many windows fit on a side of n; 0 if pixels at the end would stay unread
    ...
```
```cl {test=side points=1 name="as on the slides"}
side(7, 3, 2, 0)                              #> 3
side(5, 3, 1, 1)                              #> 5
```
```cl {test=side points=1 name="does not fit"}
side(5, 3, 3, 0)                              #> 0
```
```cl {test=side points=2 hidden name="large and small"}
side(227, 11, 4, 0)                           #> 55
side(224, 11, 4, 0)                           #> 0
side(2, 3, 1, 0)                              #> 0
side(2, 3, 1, 1)                              #> 2
```
```hint {for=side after=1}
How far can the window travel? The stride must divide that distance without remainder.
```
```hint {for=side after=2}
A kernel wider than the padded image travels a negative distance.
```
```solution {for=side}
def side(n, k, s, p):
    travel = n + 2*p - k
    if travel < 0 or travel % s != 0:
        return 0
    return travel // s + 1
```

## 8. Channels in

A colour image has three channels, so its kernel has three layers as well. Filter each channel with its own layer and
add up the results. One kernel, one output image:

```cl {id=rgb slide="S1-36"}
channels = (A, 10*A, 100*A)
layers = (F, G, [[1, 0], [0, -1]])
total = zeros(2, 2)
for (c, k) in zip(channels, layers):
    total += correlate2d(c, k, mode="valid")
total                                       #> [[-303, -273], [-213, -183]]
expect conv2d(stack(channels), [layers]) == [total]
```

The brackets in `[layers]` are not decoration. A block of three grids could be one kernel for three channels or three
kernels for one; `conv2d` wants the shape (kernels, channels, rows, columns) and refuses to guess:

```cl {id=no-guess}
conv2d(stack(channels), layers)
#! shape-kernel: can be read in two ways
```

Each output pixel is one dot product with $k_1 \cdot k_2 \cdot 3$ values, plus one bias per kernel (not one per
channel):

```cl {id=dot-product slide="S1-37"}
patch = photo[:, 100:103, 200:203]
patch.size                                  #> 27
redness = stack((blur(), -blur()/2, -blur()/2))
expect redness.shape == patch.shape
red = conv2d(photo, [redness])
expect red[0, 100, 200] ~ dot(patch.flatten(), redness.flatten()) within 1e-12
save_png("cat-red.png", red[0], range="signed")
#> saved cat-red.png: image 298x449 gray ... 0 clipped
```

The kernel `redness` asks how much more red there is than green and blue. The nose lights up; no single channel could
have told.

With a true convolution each layer is turned. Deck S0 writes integrals here, too; its multi-channel formula is a sum
as well, $S(i,j) = \sum_{m,n} \mathbf{I}(i-m,\, j-n)^T \, \mathbf{K}(m,n)$:

```cl {id=many-in slide="S0-28"}
image = stack((A, 10*A))
kernel = stack((F, G))
conv2d(image, [rot180(kernel)])[0]          # convolution   #> [[83, 113], [173, 203]]
conv2d(image, [kernel])[0]                  # correlation   #> [[97, 127], [187, 217]]
```

The layer of deck S2, $e[m,n,d] = \sum_c \sum_{m'} \sum_{n'} w[m',n',c,d]\, h[m-m',\, n-n',\, c]$, has two outputs d,
each with its own pair of kernels. The full result is 4x4 for each d; we look at the middle:

```cl {id=many-out slide="S2-14"}
e0 = convolve2d(A, F) + convolve2d(10*A, G)
e1 = convolve2d(A, [[1, 0], [0, -1]]) + convolve2d(10*A, [[0, 0], [0, 1]])
stack((e0, e1), axis=2).shape               #> (4, 4, 2)
e0[1:3, 1:3]                                #> [[83, 113], [173, 203]]
e1[1:3, 1:3]                                #> [[14, 24], [44, 54]]
```

A unit that compares a weighted sum with 0 is a perceptron. "This is convolution!" says deck S3; more exactly, a
perceptron that walks over its input is a correlation followed by a step:

```cl {id=perceptron slide="S3-66"}
w = [1, -1]
b = 0
perceptron(x) = 1 if w @ x + b > 0 else 0
perceptron([2, 1])            #> 1
perceptron([1, 1])            #> 0
perceptron([1, 2])            #> 0
step(correlate([2, 1, 1, 2], w, mode="valid") + b)    #> [1, 0, 0]
```

Put the pieces together, with the negative part cut off, and you have the convolutional layer of the same deck:

$$ h_j^n = \max\Bigl(0,\; \sum_{k=1}^{K} h_k^{n-1} * w_{kj}^n \Bigr) $$

Its footnote says "K = kernel size". K is the number of input channels, and the star is again a correlation:

```cl {id=conv-layer slide="S3-67"}
h1 = [[1, 2, 0], [0, 1, 3], [2, 0, 1]]
h2 = [[0, 1, 0], [1, 0, 2], [0, 1, 0]]
w1 = [[1, -1], [0, 2]]
w2 = [[1, 0], [0, -1]]
added = correlate2d(h1, w1, mode="valid") + correlate2d(h2, w2, mode="valid")
added                                       #> [[1, 7], [-1, 0]]
relu(added)                                 #> [[1, 7], [0, 0]]
relu(convolve2d(h1, w1, mode="valid") + convolve2d(h2, w2, mode="valid"))   # with a true convolution
#> [[3, 7],
#>  [0, 3]]
```

## 9. Channels out

One kernel finds one thing. Use several and stack their results: the output has as many channels as there are kernels,
and can be the input of the next layer.

```cl {id=several slide="S1-38"}
conv2d(zeros(3, 5, 5), zeros(4, 3, 3, 3)).shape       #> (4, 3, 3)
look = stack((blur(), sharpen(), sobel_x(), sobel_y())).reshape(4, 1, 3, 3)
maps = conv2d(cat, look)
maps.shape                                            #> (4, 298, 449)
expect maps[2] == conv2d(cat, sobel_x())
```

Deck S0 writes: a 3x3 layer from depth $d_j$ to depth $d_{j+1}$ needs $d_{j+1}$ filters, each of size $(3, 3, d_j)$.
That is $9\, d_j\, d_{j+1}$ weights; the biases, which it does not mention, add $d_{j+1}$. If height and width are to
stay, padding 1 and stride 1 are meant.

```cl {id=depth slide="S0-29" predict="From 3 channels to 64, with 3x3 kernels: how many weights?"}
bank = zeros(64, 3, 3, 3)
bank.size                     #> 1728
bank.size + 64                #> 1792
bank = zeros(4, 2, 3, 3)
(bank.size, bank.size + 4)    #> (72, 76)
conv2d(zeros(2, 5, 5), bank, padding=1).shape         #> (4, 5, 5)
```

(The deck writes depth last, (5, 5, 4); ConvLab and PyTorch put the channels first.)

## 10. It is all one matrix product

Computers are very good at multiplying matrices, so convolution is turned into one. **Step 1**: lay each patch out as
a row. Patches overlap, so numbers are copied; a 5x5 image with three channels grows from 75 numbers to 243.

```cl {id=patches slide="S1-40"}
im2col(A, 2)
#> [[1, 2, 4, 5],
#>  [2, 3, 5, 6],
#>  [4, 5, 7, 8],
#>  [5, 6, 8, 9]]
wide = im2col(zeros(3, 5, 5), 3)
wide.shape                                  #> (9, 27)
wide.size                                   #> 243
```

**Step 2**: multiply by the kernels, each laid out as a column. (The slide says "Multiple patches by kernels"; it
means *multiply*.)

```cl {id=product slide="S1-41"}
im2col(A, 2) @ F.flatten()                  #> [37, 47, 67, 77]
im2col(A, 2) @ stack((F.flatten(), G.flatten()), axis=1)
#> [[37,  6],
#>  [47,  8],
#>  [67, 12],
#>  [77, 14]]
expect im2col(A, 2) @ F.flatten() == conv2d(A, F).flatten()
```

Another matrix does the same from the other side: leave the image alone and spread out the *kernel*. Its columns are
the answers to 25 impulses.

```cl {id=dense-matrix slide="S1-28" predict="The dense matrix is 9 x 25. How many of its 225 entries are not zero, and how many different ones are there?"}
impulses = eye(25).reshape(25, 5, 5)
M = stack([conv2d(spot, A).flatten() for spot in impulses], axis=1)
M.shape                                     #> (9, 25)
count_nonzero(M)                            #> 81
unique(M)                                   #> [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
M[0].reshape(5, 5)                          # the weights of the first output
#> [[1, 2, 3, 0, 0],
#>  [4, 5, 6, 0, 0],
#>  [7, 8, 9, 0, 0],
#>  [0, 0, 0, 0, 0],
#>  [0, 0, 0, 0, 0]]
expect M @ R.flatten() == conv2d(R, A).flatten()
```

"Convolutions are just simple linear operations," says the slide, and M is the matrix that proves it: a dense layer in
which most weights are 0 and the rest are nine numbers, used again and again.

## 11. Find the misprint

A famous picture by S. Seitz filters an image I with the 3x3 box. Deck S3 prints it with 11 rows and columns for I and
8 for the result h. Start from what is printed.

```cl {id=seitz slide="S3-65" predict="An 11x11 image, a 3x3 kernel, no padding. Can the result be 8x8?"}
I = [[0, 0,  0,  0,  0,  0,  0,  0, 0, 0, 0],
     [0, 0,  0,  0,  0,  0,  0,  0, 0, 0, 0],
     [0, 0,  0, 90, 90, 90, 90, 90, 0, 0, 0],
     [0, 0,  0, 90, 90, 90, 90, 90, 0, 0, 0],
     [0, 0,  0, 90, 90, 90, 90, 90, 0, 0, 0],
     [0, 0,  0, 90, 90, 90, 90, 90, 0, 0, 0],
     [0, 0,  0, 90,  0, 90, 90, 90, 0, 0, 0],
     [0, 0,  0, 90, 90, 90, 90, 90, 0, 0, 0],
     [0, 0,  0,  0,  0,  0,  0,  0, 0, 0, 0],
     [0, 0, 90,  0,  0,  0,  0,  0, 0, 0, 0],
     [0, 0,  0,  0,  0,  0,  0,  0, 0, 0, 0]]
printed_h = [[ 0, 10, 20, 30, 30, 30, 20, 10],
             [ 0, 20, 40, 60, 60, 60, 40, 20],
             [ 0, 30, 60, 90, 90, 90, 60, 30],
             [ 0, 30, 50, 80, 80, 90, 60, 30],
             [ 0, 30, 50, 80, 80, 90, 60, 30],
             [ 0, 20, 30, 50, 50, 60, 40, 20],
             [10, 20, 30, 30, 30, 30, 20, 10],
             [10, 10, 10,  0,  0,  0,  0,  0]]
true_h = conv2d(I, ones(3, 3)) / 9
true_h.shape                                          #> (9, 9)
for line in true_h: print(line)
#> [0, 10, 20, 30, 30, 30, 20, 10, 0]
#> [0, 20, 40, 60, 60, 60, 40, 20, 0]
#> [0, 30, 60, 90, 90, 90, 60, 30, 0]
#> [0, 30, 60, 90, 90, 90, 60, 30, 0]
#> [0, 30, 50, 80, 80, 90, 60, 30, 0]
#> [0, 30, 50, 80, 80, 90, 60, 30, 0]
#> [0, 20, 30, 50, 50, 60, 40, 20, 0]
#> [10, 20, 30, 30, 30, 30, 20, 10, 0]
#> [10, 10, 10, 0, 0, 0, 0, 0, 0]
sum(true_h[0:8, 0:8] != printed_h)                    #> 23
rows = [r for r in range(11) if r != 5]
columns = range(10)
repaired = I[rows][:, columns]
repaired.shape                                        #> (10, 10)
expect conv2d(repaired, ones(3, 3)) / 9 == printed_h
```

The true result is 9x9, and 23 of the 64 printed cells cannot be right. But take away one of the four full rows of 90s
(2 to 5) and one of the three empty columns on the right (8 to 10), and all 64 agree. The image got an extra row and
column on its way to the slide; the result is the original.

## 12. What to keep

- A filter is a weighted sum of a neighbourhood, the same weights everywhere. The kernel's sum is what it does to a
  flat wall.
- Convolution turns the kernel, correlation does not: `convolve2d(x, k)` is `correlate2d(x, rot180(k))`.
- Convolution is commutative and associative; correlation is neither. `conv2d` is a correlation.
- The side of the output is $\lfloor (N + 2P - K)/S \rfloor + 1$. If the division leaves a rest, pixels stay unread.
- The kernel bank has shape (out, in, rows, columns), and everything is one product with `im2col`.

Now play. Make `[[-2, -1, 0], [-1, 1, 1], [0, 1, 2]]` a kernel and look at the cat. What is its sum? What happens with
its turned twin? Can you write a kernel that blurs as if the camera had moved sideways?

**Not here.** Some results of the same slides need things that this lesson does not have yet:

- Pooling (S1-42 to S1-48), and what moves when the image moves (S1-49, S0-30, S0-31): the lesson on pooling.
- Layers and their settings: the options of `Conv2d` (S1-30), its parameter count (S1-39), the receptive field of
  stacked layers (S0-27).
- Training: that the flip does not matter once kernels are learned (S1-27) takes a loss and some steps downhill.
- Gradients: the duality of convolution and correlation (S1-29) comes with the backward pass of a convolution.
