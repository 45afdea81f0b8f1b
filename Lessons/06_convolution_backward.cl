---
title: Convolution, backward
digits: 4
seed: 6
---
# Convolution, backward

A network learns a kernel by asking, for each of its weights: if you were a little larger, would the loss be larger or
smaller, and by how much? For a kernel that visits ninety thousand pixels this sounds like work. It is one line: the
answer is again a correlation. The same question about the *pixels*, which the layer below needs, is a convolution.

This lesson takes both apart: by counting paths, by hand, as a matrix. No rule is believed before it agrees with the
plainest measurement there is: move one number a little, and see what the loss does. Then we do the same for pooling,
and in the end a kernel is found by nothing but its mistakes.

The rows of the lecture slides that a cell checks are named on its fence: `slide="S1-53"` is row 53 of deck S1.

Here is that measurement, for every number of a tensor in turn:

```cl {id=slopes}
def slopes(f, x, h=0.001):
    """By how much f(x) grows with each number of x: one difference quotient for each."""
    numbers = x.flatten()
    result = zeros(numbers.size)
    for i in range(numbers.size):
        (up, down) = (numbers, numbers)
        up[i] += h
        down[i] -= h
        result[i] = (f(up.reshape(x.shape)) - f(down.reshape(x.shape))) / (2*h)
    return result.reshape(x.shape)
agree slopes(x -> sum(x**3), [1, 2]), numgrad(x -> sum(x**3))([1, 2]), grad(x -> sum(x**3))([1, 2])
#> slopes(x -> sum(x**3), [1, 2])  numgrad(x -> sum(x**3))([1, 2])  grad(x -> sum(x**3))([1, 2])
#> [3.0000, 12.0000]               [3.0000, 12.0000]                [3, 12]
#> agree
```

The measurement is built in as `numgrad`. `grad` is the exact gradient, which the lesson on back-propagation explains:
it knows the rules that we are about to find. `gradcheck` holds the one against the other.

## 1. The set-up

Deck S1 takes one channel, one kernel, and cross-correlation, as `conv2d` computes it. So that the output $y$ is as
large as the input it pads two rows and columns, on the right and at the bottom only: $k - 1$ of them for a kernel of
side $k$.

$$ y(r, c) = \sum_{a=0}^{k_1-1} \sum_{b=0}^{k_2-1} x(r + a,\, c + b)\; k(a, b) $$

```cl {id=setup slide="S1-50"}
R = arange(1, 26).reshape(5, 5)
A = [[1, 2, 3], [4, 5, 6], [7, 8, 9]]
padded = pad(R, ((0, 2), (0, 2)))
y = conv2d(padded, A)
y.shape                       #> (5, 5)
y[0, 0]                       #> 411
y[4, 4]                       #> 25
```

(The last output sees one pixel only, 25, through the weight 1 at the top left of the kernel.)

Somewhere above this layer stands a loss $L$, one number. The layers above hand down $D = \partial L / \partial y$, one
number for each output: *how much would the loss grow if this output grew by one?* From it the layer has to make two
things.

$$ \frac{\partial L}{\partial k} = \frac{\partial L}{\partial y}\, \frac{\partial y}{\partial k}
\qquad \frac{\partial L}{\partial x} = \frac{\partial L}{\partial y}\, \frac{\partial y}{\partial x} $$

The first changes the weights, the second goes on down. To have a loss with a $D$ that we know, we take
$L = \sum D \cdot y$. Its derivative with respect to $y$ is $D$, whatever the numbers in it.

```cl {id=chain slide="S1-51"}
D5 = randn(5, 5)
loss_of_y(y) = sum(D5 * y)
expect slopes(loss_of_y, y) ~ D5 within 1e-6
expect grad(loss_of_y)(y) ~ D5 within 1e-9
slopes(loss_of_y, y).shape    #> (5, 5)
D5[5, 5]
#! index-range: there is no entry 5 along axis 0
```

The slide writes the set of these derivatives with a last member $\partial L/\partial y(H, W)$. Counting from 0 it is
$(H-1, W-1)$, as the error says.

## 2. What does a weight touch?

"Everything!" says the slide. Let us not believe it, but move a weight by 1 and count the outputs that change.

```cl {id=touch slide="S1-52" predict="In the padded set-up, how many of the 25 outputs does the last weight, k(2,2), change?"}
def touched(image, a, b):
    k = A
    k[a, b] += 1
    return sum(conv2d(image, k) != conv2d(image, A))
[[touched(R, a, b) for b in range(3)] for a in range(3)]
#> [[9, 9, 9],
#>  [9, 9, 9],
#>  [9, 9, 9]]
[[touched(padded, a, b) for b in range(3)] for a in range(3)]
#> [[25, 20, 15],
#>  [20, 16, 12],
#>  [15, 12,  9]]
```

Without padding the slide is right: each weight changes all 9 outputs. In the slide's own padded set-up it is right for
the first weight only. The last one, k(2,2), meets a pixel of the image at 9 of the 25 places and zeros at the others.

Each touched output is a *path* from the weight to the loss. Derivatives along a path multiply, paths add up. That is
the whole chain rule, and from here on we only count paths.

## 3. The gradient of the kernel

In $y(r, c)$ the weight $k(a', b')$ is multiplied by the pixel $x(r + a',\, c + b')$, so that pixel is the local
derivative. Multiply it by the upstream number of this path and add up all paths:

$$ \frac{\partial L}{\partial k(a', b')} = \sum_r \sum_c \frac{\partial L}{\partial y(r, c)}\; x(r + a',\, c + b') $$

Read it again with $D$ as a kernel: it slides over the image $x$. The gradient of the kernel is the **correlation of the
input with the upstream gradient**.

```cl {id=kernel slide="S1-53" predict="x is 3x3 and D is 2x2. How large is the result, and why must it be so?"}
F = [[1, 2], [3, 4]]
D = [[1, 0], [2, -1]]
def kernel_gradient(x, D):
    H, W = D.shape
    h, w = x.shape[0] - H + 1, x.shape[1] - W + 1
    dk = zeros(h, w)
    for a in range(h):
        for b in range(w):
            dk[a, b] = sum(D * x[a:a + H, b:b + W])
    return dk
kernel_gradient(A, D)
#> [[ 4,  6],
#>  [10, 12]]
correlate2d(A, D, mode="valid")
#> [[ 4,  6],
#>  [10, 12]]
loss(k) = sum(D * conv2d(A, k))
agree slopes(loss, F), grad(loss)(F), kernel_gradient(A, D)
#> slopes(loss, F)                         grad(loss)(F)       kernel_gradient(A, D)
#> [[4.0000, 6.0000], [10.0000, 12.0000]]  [[4, 6], [10, 12]]  [[4, 6], [10, 12]]
#> agree
```

The kernel itself does not occur on the right: the loss is linear in it. And the result has the shape of the kernel, as
it must: one number for each weight.

Two of the nine sums are drawn on the slide; our copy has lost the drawings. For $k(0,0)$ the window of $x$ lies where
$D$ lies, for $k(2,2)$ it has moved two down and two to the right. With 1 upstream everywhere the gradient is the sum of
each window:

```cl {id=windows slide="S1-54"}
ones_upstream = ones(5, 5)
correlate2d(padded, ones_upstream, mode="valid")
#> [[325, 270, 210],
#>  [310, 256, 198],
#>  [270, 222, 171]]
sum(padded[0:5, 0:5])         # k(0,0)   #> 325
sum(padded[2:7, 2:7])         # k(2,2)   #> 171
expect slopes(k -> sum(conv2d(padded, k)), A) ~ kernel_gradient(padded, ones_upstream) within 1e-6
expect grad(k -> sum(conv2d(padded, k)))(A) ~ kernel_gradient(padded, ones_upstream) within 1e-9
```

## 4. What does a pixel touch?

Now the other side. A pixel $(r', c')$ is seen by every window that covers it: the first starts $k - 1$ rows above and
$k - 1$ columns to its left, the last at the pixel itself. So it touches the outputs from
$(r' - k_1 + 1,\, c' - k_2 + 1)$ to $(r', c')$, as far as they exist.

```cl {id=pixel slide="S1-55" predict="Which pixels of the image touch the fewest outputs?"}
def outputs_of(r, c):
    moved = padded
    moved[r, c] += 1
    return nonzero(conv2d(moved, A) != y)
(rows, columns) = outputs_of(2, 2)
(min(rows), min(columns), max(rows), max(columns), len(rows))    #> (0, 0, 2, 2, 9)
(rows, columns) = outputs_of(0, 0)
(min(rows), min(columns), max(rows), max(columns), len(rows))    #> (0, 0, 0, 0, 1)
[[len(outputs_of(r, c)[0]) for c in range(5)] for r in range(5)]
#> [[1, 2, 3, 3, 3],
#>  [2, 4, 6, 6, 6],
#>  [3, 6, 9, 9, 9],
#>  [3, 6, 9, 9, 9],
#>  [3, 6, 9, 9, 9]]
```

The corner has one path to the loss, a pixel inside has nine. Remember this table; we are about to meet it again.

## 5. The gradient of the input

On the path through output $(r' - a,\, c' - b)$ the pixel $(r', c')$ meets the weight $k(a, b)$, so

$$ \frac{\partial L}{\partial x(r', c')} = \sum_{a} \sum_{b} \frac{\partial L}{\partial y(r' - a,\, c' - b)}\; k(a, b) $$

Indexes that *differ* from a common one: $r' - a$ and $a$ add up to $r'$. That is a **convolution**, of the upstream
gradient with the kernel, and a full one, since every pixel that is touched at all needs an entry.

```cl {id=input slide="S1-56"}
def input_gradient(D, k):
    H, W = D.shape
    h, w = k.shape
    dx = zeros(H + h - 1, W + w - 1)
    for r in range(H):
        for c in range(W):
            dx[r:r + h, c:c + w] += D[r, c] * k      # this output stamps the kernel, D strong
    return dx
input_gradient(D, F)
#> [[1, 2,  0],
#>  [5, 7, -2],
#>  [6, 5, -4]]
loss_of_x(x) = sum(D * conv2d(x, F))
gradcheck(loss_of_x, A).ok    #> True
expect slopes(loss_of_x, A) ~ input_gradient(D, F) within 1e-6
expect grad(loss_of_x)(A) ~ input_gradient(D, F) within 1e-9

all_outputs(k) = x -> sum(conv2d(pad(x, ((0, 2), (0, 2))), k))
round(slopes(all_outputs(A), R), 6)
#> [[ 1,  3,  6,  6,  6],
#>  [ 5, 12, 21, 21, 21],
#>  [12, 27, 45, 45, 45],
#>  [12, 27, 45, 45, 45],
#>  [12, 27, 45, 45, 45]]
round(slopes(all_outputs(ones(3, 3)), R), 6)
#> [[1, 2, 3, 3, 3],
#>  [2, 4, 6, 6, 6],
#>  [3, 6, 9, 9, 9],
#>  [3, 6, 9, 9, 9],
#>  [3, 6, 9, 9, 9]]
```

The last table is the one of section 4: with all weights and all upstream numbers 1, the gradient *counts the paths*.

The slide's derivation has a slip. It says $y(r' - a,\, c' - b) = (x * k)(r', c')$ and sums over $a, b$; it must be
$(x * k)(r' - a,\, c' - b)$, summed over $a', b'$. The two sides of the printed line are different numbers:

```cl {id=slip}
(r, c, a, b) = (2, 2, 1, 1)
y[r - a, c - b]               #> 681
y[r, c]                       #> 951
sum(padded[r - a:r - a + 3, c - b:c - b + 3] * A)    #> 681
```

"Does this look familiar?" asks the slide. Three ways to write the same thing: as a full convolution; with the kernel
turned and the upstream gradient padded by $k - 1$ on all sides; or as what deep learning libraries call a transposed
convolution.

```cl {id=full slide="S1-57"}
convolve2d(D, F)
#> [[1, 2,  0],
#>  [5, 7, -2],
#>  [6, 5, -4]]
correlate2d(pad(D, 1), rot180(F), mode="valid")
#> [[1, 2,  0],
#>  [5, 7, -2],
#>  [6, 5, -4]]
expect conv_transpose2d(D, F) == convolve2d(D, F)
expect slopes(all_outputs(A), R) ~ convolve2d(ones(5, 5), A)[0:5, 0:5] within 1e-6
expect grad(all_outputs(A))(R) ~ convolve2d(ones(5, 5), A)[0:5, 0:5] within 1e-9
```

That *transposed* is meant literally we see next.

## 6. As one matrix

Lesson 04 turned a convolution into a matrix product: the patches are rows, the kernel is a column. For a product
$y = P k$ the gradients are known from dense layers: $P^T D$ for the one side, $D k^T$ for the other. What comes back is
a gradient for each *patch*; pixels that stand in several patches get the sum, and `col2im` does just that.

```cl {id=matrices slide="S1-58"}
patches = im2col(A, 2)
patches.T @ D.flatten()       #> [4, 6, 10, 12]
from_patches = outer(D.flatten(), F.flatten())
from_patches
#> [[ 1,  2,  3,  4],
#>  [ 0,  0,  0,  0],
#>  [ 2,  4,  6,  8],
#>  [-1, -2, -3, -4]]
col2im(from_patches, (3, 3), 2)
#> [[1, 2,  0],
#>  [5, 7, -2],
#>  [6, 5, -4]]
```

And the bias, which is added to every output: every output is a path, with local derivative 1.

```cl {id=bias slide="S1-60"}
with_bias(b) = sum(D * conv2d(A, [[F]], b))
agree slopes(with_bias, [0.5]), grad(with_bias)([0.5]), [sum(D)]
#> slopes(with_bias, [0.5])  grad(with_bias)([0.5])  [sum(D)]
#> [2.0000]                  [2]                     [2]
#> agree
```

## 7. Two ways to turn, and the dual

Forward a correlation, backward a convolution. What if we go forward with a true convolution? Then the input gradient is
a correlation. Turning the kernel twice is not turning it at all.

```cl {id=dual slide="S1-59 S1-29" predict="Forward with convolve2d instead of conv2d: does the input gradient keep its numbers?"}
dual(x) = sum(D * convolve2d(x, F, mode="valid"))
correlate2d(D, F)
#> [[ 4, 3,  0],
#>  [10, 3, -3],
#>  [ 4, 0, -1]]
expect slopes(dual, A) ~ correlate2d(D, F) within 1e-6
expect grad(dual)(A) ~ correlate2d(D, F) within 1e-9
expect slopes(loss_of_x, A) ~ convolve2d(D, F) within 1e-6
expect grad(loss_of_x)(A) ~ convolve2d(D, F) within 1e-9
```

| forward | gradient of the input | gradient of the kernel |
|---|---|---|
| correlation of x and k | full convolution of D and k | correlation of x and D |
| convolution of x and k | full correlation of D and k | correlation of x and D, turned |

The last entry is a matter for the next section, for a slide gets it wrong.

## 8. The same with a true convolution

Deck S2 goes forward with a full convolution, zeros outside, and several channels. Its letters: $h$ is the input, $w$
the kernel, $e$ the output ("excitation"). In one dimension and one channel:

$$ e[n] = \sum_m h[m]\; w[n - m] = \sum_m w[m]\; h[n - m] $$

The two sums are one: substitute $m \to n - m$.

```cl {id=commute slide="S2-22 S2-23"}
convolve([1, 2, 3], [1, 0, -1, 2])      #> [1, 2, 2, 0, 1, 6]
expect convolve([1, 0, -1, 2], [1, 2, 3]) == convolve([1, 2, 3], [1, 0, -1, 2])
expect convolve2d(A, F) == convolve2d(F, A)
convolve2d(A, F)
#> [[ 1,  4,  7,  6],
#>  [ 7, 23, 33, 24],
#>  [19, 53, 63, 42],
#>  [21, 52, 59, 36]]
```

Back-propagation adds up over all outputs the upstream gradient times the local derivative, and $w[m - m',\, n - n']$ is
that local derivative:

$$ \frac{\partial L}{\partial h[m', n']} = \sum_m \sum_n \frac{\partial L}{\partial e[m, n]}\; w[m - m',\, n - n'] $$

Here it is word for word, with an upstream gradient `g`. The local derivatives can be seen, too: a convolution is
linear, so what a pixel does to the output is what a picture with a 1 in this place, and 0 elsewhere, becomes.

```cl {id=back slide="S2-19 S2-20 S2-21"}
g = [[0, 2, -1, 1], [-2, 0, 2, -1], [1, -2, 0, 2], [-1, 1, -2, 0]]
def back(w, g, size):
    (H, W) = g.shape
    (h, v) = w.shape
    dh = zeros(size)
    for i in range(size[0]):
        for j in range(size[1]):
            for m in range(H):
                for n in range(W):
                    if 0 <= m - i < h and 0 <= n - j < v:
                        dh[i, j] += g[m, n] * w[m - i, n - j]
    return dh
back(F, g, (3, 3))
#> [[-2,  8,  3],
#>  [-7, -2,  8],
#>  [-2, -7, -2]]
pixels = eye(9).reshape(9, 3, 3)              # nine pictures with one bright pixel
local = stack([convolve2d(p, F) for p in pixels], axis=2).reshape(4, 4, 3, 3)
expect local == jacobian(h -> convolve2d(h, F))(A)
local[:, :, 1, 1]                             # of the middle pixel: w[m - 1, n - 1]
#> [[0, 0, 0, 0],
#>  [0, 1, 2, 0],
#>  [0, 3, 4, 0],
#>  [0, 0, 0, 0]]
expect einsum("mnij,mn->ij", local, g) == back(F, g, (3, 3))
h_loss(h) = sum(g * convolve2d(h, F))
expect slopes(h_loss, A) ~ back(F, g, (3, 3)) within 1e-6
expect grad(h_loss)(A) ~ back(F, g, (3, 3)) within 1e-9
```

In the sum the two indexes *differ* by a fixed amount: a correlation, of `g` with `w`. The slide draws one here ("conv
back-prop"); all that is left of the picture in our copy is `(=)bM+]`. A table must do: each entry of the gradient is
the dot product of the kernel with the window of `g` that the pixel has touched.

```cl {id=table slide="S2-26"}
correlate2d(g, F, mode="valid")
#> [[-2,  8,  3],
#>  [-7, -2,  8],
#>  [-2, -7, -2]]
g[0:2, 1:3]                   # what pixel (0, 1) has touched
#> [[2, -1],
#>  [0,  2]]
sum(g[0:2, 1:3] * F)          #> 8
```

With several channels a pixel of channel $c$ reaches every output channel $d$, so there is a sum over $d$ as well. (The
slide exchanges the letters on the way back: there its $d$ is the input and its $c$ the output. In the cell the first
index is the input channel, the second the output.)

```cl {id=channels slide="S2-24"}
w = ((F, [[1, 0], [0, -1]]), ([[0, 1], [1, 0]], [[0, 0], [0, 1]]))
upstream = (g, g[::-1])
def channel_gradient(c):
    return sum(stack([correlate2d(upstream[d], w[c][d], mode="valid") for d in range(2)]), axis=0)
channel_gradient(0)
#> [[-1,  9, -1],
#>  [-6, -6,  9],
#>  [-6, -6, -1]]
channel_gradient(1)
#> [[-2, -1,  5],
#>  [ 1,  2, -2],
#>  [-1,  0,  1]]
def excitation(h, d):
    return convolve2d(h[0], w[0][d]) + convolve2d(h[1], w[1][d])
two_channels(h) = sum(upstream[0] * excitation(h, 0)) + sum(upstream[1] * excitation(h, 1))
expect slopes(two_channels, stack((A, 10*A))) ~ stack((channel_gradient(0), channel_gradient(1))) within 1e-6
expect grad(two_channels)(stack((A, 10*A))) ~ stack((channel_gradient(0), channel_gradient(1))) within 1e-9
```

### The transpose, literally

A dense layer goes forward with $W$ and back with $W^T$. A convolution is a dense layer with many zeros: write it as a
matrix, and its transpose is the correlation.

```cl {id=transpose slide="S2-25"}
W = [[1, 2, 3], [4, 5, 6]]
W.T @ [1, 2]                  #> [9, 12, 15]
expect slopes(h -> dot([1, 2], W @ h), [0, 0, 0]) ~ [9, 12, 15] within 1e-6
expect grad(h -> dot([1, 2], W @ h))([0, 0, 0]) ~ [9, 12, 15] within 1e-9

M = local.reshape(16, 9)
M.shape                       #> (16, 9)
count_nonzero(M)              #> 36
expect M @ A.flatten() == convolve2d(A, F).flatten()
expect M.T @ g.flatten() == correlate2d(g, F, mode="valid").flatten()
```

36 is 9 pixels times 4 weights. `check adjoint` states the same without a matrix: for all $h$ and $g$ the two dot
products $\langle w * h,\, g\rangle$ and $\langle h,\, w \star g\rangle$ are equal.

```cl {id=adjoint}
check adjoint(h -> convolve2d(h, F), g -> correlate2d(g, F, mode="valid"), randn(3, 3), randn(4, 4))
#> holds
```

### The gradient of the kernel: an error on three slides

From $e[m, n] = \sum w[m', n']\, h[m - m',\, n - n']$ the local derivative is $h[m - m',\, n - n']$, and

$$ \frac{\partial L}{\partial w[m', n']} = \sum_m \sum_n \frac{\partial L}{\partial e[m, n]}\; h[m - m',\, n - n'] $$

(The slide, as our copy reads, has $w^{(l-1)}$ in the local derivative; the layer's own $w^{(l)}$ is meant.)

```cl {id=weight slide="S2-27"}
w_loss(w) = sum(g * convolve2d(A, w))
def weight_gradient(g, h, size):
    dw = zeros(size)
    for i in range(size[0]):
        for j in range(size[1]):
            (H, W) = h.shape
            dw[i, j] = sum(g[i:i + H, j:j + W] * h)
    return dw
weight_gradient(g, A, (2, 2))
#> [[ -4, 11],
#>  [-19, -4]]
expect slopes(w_loss, F) ~ weight_gradient(g, A, (2, 2)) within 1e-6
expect grad(w_loss)(F) ~ weight_gradient(g, A, (2, 2)) within 1e-9
```

"The weight gradient is ALSO a convolution!!!" says the next slide, and the summary of the deck repeats it. But $m$ and
$m - m'$ do not add up to something fixed; they *differ* by it. It is a correlation, of `g` with `h`. The formula on the
slide, $\partial L/\partial e * h$, gives other numbers.

```cl {id=error-on-slide slide="S2-28" predict="What must the printed formula give, if the slide is right?"}
convolve2d(g, A)[0:2, 0:2]              # as printed: the sum over g[m] h[m' - m], for m' = 0 and 1
#> [[ 0, 2],
#>  [-2, 4]]
correlate2d(g, A, mode="valid")         # as it is
#> [[ -4, 11],
#>  [-19, -4]]
agree slopes(w_loss, F), grad(w_loss)(F), correlate2d(g, A, mode="valid")
#> slopes(w_loss, F)                          grad(w_loss)(F)         correlate2d(g, A, mode="valid")
#> [[-4.0000, 11.0000], [-19.0000, -4.0000]]  [[-4, 11], [-19, -4]]  [[-4, 11], [-19, -4]]
#> agree
expect convolve2d(g, rot180(A), mode="valid") == correlate2d(g, A, mode="valid")
```

With `h` turned by 180 degrees the slide would be right: $h[-m', -n']$. An easy slip, and an expensive one: a network
trained with it would walk downhill on a mirror image of its loss.

Deck S0 is titled "Backprop, Convolution" but has no slide that joins the two. Here is the one that is missing, for the
plainest loss there is, the sum of all outputs. Upstream is 1 everywhere; the kernel's gradient is the sum of the image
under each weight, the input's the sum of the weights that see each pixel.

```cl {id=sum-loss slide="S0-33"}
conv2d(A, ones(2, 2))         # of the kernel
#> [[12, 16],
#>  [24, 28]]
convolve2d(ones(2, 2), F)     # of the image
#> [[1,  3, 2],
#>  [4, 10, 6],
#>  [3,  7, 4]]
total(I, K) = sum(correlate2d(I, K, mode="valid"))
expect slopes(K -> total(A, K), F) ~ conv2d(A, ones(2, 2)) within 1e-6
expect grad(K -> total(A, K))(F) ~ conv2d(A, ones(2, 2)) within 1e-9
expect slopes(I -> total(I, F), A) ~ convolve2d(ones(2, 2), F) within 1e-6
expect grad(I -> total(I, F))(A) ~ convolve2d(ones(2, 2), F) within 1e-9
```

## 9. Pooling: who gets the gradient?

An average over a window hands each of its pixels an equal share. A maximum hands everything to the pixel that *was* the
maximum: the others could grow a little without anybody noticing.

```cl {id=max-and-mean}
X = [[200, 150, 150], [100, 50, 100], [25, 25, 10]]
round(slopes(x -> max(x), X), 6)
#> [[1, 0, 0],
#>  [0, 0, 0],
#>  [0, 0, 0]]
slopes(x -> sum(avg_pool2d(x, 3)), X)
#> [[0.1111, 0.1111, 0.1111],
#>  [0.1111, 0.1111, 0.1111],
#>  [0.1111, 0.1111, 0.1111]]
round(slopes(x -> sum(decimate2d(x, 2)), ones(4, 4)), 6)
#> [[1, 0, 1, 0],
#>  [0, 0, 0, 0],
#>  [1, 0, 1, 0],
#>  [0, 0, 0, 0]]
```

Deck S2 pools after a ReLU. A gradient from above, $\partial L / \partial h[m, n]$, goes to the place of the maximum,
and only if that maximum was positive:

$$ \frac{\partial L}{\partial e[mM + m',\, nM + n']} = \frac{\partial L}{\partial h[m, n]}
\quad\text{if } (m', n') = (m^*, n^*) \text{ and } h[m, n] > 0,\ \text{else } 0 $$

(Our copy has lost the primes at $m'$ and $n'$ on the left; without them the formula makes no sense.)

```cl {id=routing slide="S2-33" predict="E has one window without a positive number. Where do the 10, 20, 30 and 40 go?"}
def route(e, M, from_above):
    de = zeros_like(e)
    for m in range(from_above.shape[0]):
        for n in range(from_above.shape[1]):
            window = e[m*M:(m+1)*M, n*M:(n+1)*M]
            p = argmax(window)                          # counted row by row; of equals the first
            if max(window) > 0: de[m*M + p // M, n*M + p % M] = from_above[m, n]
    return de
E = [[-1, 2, -3, -4],
     [3, 1, -2, -5],
     [0, -1, 5, 4],
     [2, 2, 6, 7]]
from_above = [[10, 20], [30, 40]]
route(E, 2, from_above)
#> [[ 0, 0, 0,  0],
#>  [10, 0, 0,  0],
#>  [ 0, 0, 0,  0],
#>  [30, 0, 0, 40]]
figure = [[1, 0, 2, 3], [4, 6, 6, 8], [3, 1, 1, 0], [1, 2, 2, 4]]
route(figure, 2, ones(2, 2))
#> [[0, 0, 0, 0],
#>  [0, 1, 0, 1],
#>  [1, 0, 0, 0],
#>  [0, 0, 0, 1]]
expect slopes(x -> sum(max_pool2d(x, 2)), figure) ~ route(figure, 2, ones(2, 2)) within 1e-6
expect grad(x -> sum(max_pool2d(x, 2)))(figure) ~ route(figure, 2, ones(2, 2)) within 1e-9
```

The 20 is lost: all of its window was negative, ReLU made it 0, and nothing that moves a little changes that. The 30
meets a tie. Two pixels of its window are 2; the slide does not say which one wins. Here, as in PyTorch, it is the first
in reading order. A measurement cannot decide it: going up, the pixel wins; going down, nobody misses it. At such a kink
the difference quotient gives the middle, and `gradcheck` says neither yes nor no. A hair beside it there is an answer:

```cl {id=tie}
pooled(e) = sum(from_above * max_pool2d(relu(e), 2))
round(slopes(pooled, E), 6)
#> [[ 0,  0, 0,  0],
#>  [10,  0, 0,  0],
#>  [ 0,  0, 0,  0],
#>  [15, 15, 0, 40]]
gradcheck(pooled, E)                    #> inconclusive ...
beside = E - 0.01 * arange(16).reshape(4, 4)
expect slopes(pooled, beside) ~ route(beside, 2, from_above) within 1e-6
expect grad(pooled)(beside) ~ route(beside, 2, from_above) within 1e-9
expect route(beside, 2, from_above) == route(E, 2, from_above)
```

On a photograph: which pixels of the cat are heard at all, if windows of 8x8 keep only their largest?

```cl {id=heard}
cat = gray(load_png("chelsea.png"))[:296, :448]
heard = route(cat, 8, ones(37, 56))
expect grad(x -> sum(max_pool2d(x, 8)))(cat) == heard
sum(heard)                    #> 2072
mean(heard) * 64              #> 1
save_png("heard.png", maximum(0.5 * cat, heard))
#> saved heard.png: image 296x448 gray ... 0 clipped
```

One in 64. The white dots of `out/heard.png` sit on whiskers and on the fur, each the brightest of its window.

## 10. All of it together

A small network: filter, cut off the negative, pool, square, add up. Backward the same steps stand in reverse order,
each with its own rule. Nothing has to be new.

```cl {id=network}
def forward(k, b, x):
    return sum(max_pool2d(relu(conv2d(x, [[k]], b)), 2)**2)
def backward(k, b, x):
    e = conv2d(x, [[k]], b)[0]
    h = max_pool2d(relu(e), 2)
    de = route(e, 2, 2*h)               # the square, the pool and the ReLU
    return {"k": correlate2d(x, de, mode="valid"), "b": [sum(de)], "x": convolve2d(de, k)}
k = randn(3, 3)
b = [0.1]
image = randn(8, 8)
d = backward(k, b, image)
expect d.k ~ slopes(k -> forward(k, b, image), k) within 1e-4
expect d.b ~ slopes(b -> forward(k, b, image), b) within 1e-4
expect d.x ~ slopes(x -> forward(k, b, x), image) within 1e-4
gradcheck(forward, k, b, image).ok      #> True
(dk, db, dx) = grad(forward, wrt="all")(k, b, image)
for (ours, theirs) in ((d.k, dk), (d.b, db), (d.x, dx)): expect ours ~ theirs within 1e-9
(d.k.shape, d.b.shape, d.x.shape)       #> ((3, 3), (1,), (8, 8))
```

The gradient of the *picture* says what a network looks at. Ask for the edges of the cat, squared and added up, and
for each pixel: how much would they grow if it were brighter? The squares hand down the edges themselves, and the
convolution takes them back to the pixels.

```cl {id=saliency}
edges(x) = sum(conv2d(x, sobel_x())**2) / 2
attention = convolve2d(conv2d(cat, sobel_x()), sobel_x())
expect grad(edges)(cat) ~ attention within 1e-9
for (r, c) in ((100, 160), (0, 0), (250, 130)):
    one = zeros_like(cat)
    one[r, c] = 0.001
    expect attention[r, c] ~ (edges(cat + one) - edges(cat - one)) / 0.002 within 1e-6
save_png("attention.png", attention, range=(-4, 4))
#> saved attention.png: image 296x448 gray mean 0.0000 ... clipped
```

And now the point of it all. Somebody has filtered a picture of noise with an unknown kernel, and we have the picture
before and after. We start with a kernel of zeros, look at how wrong its result is, correlate the error with the input
(that is all that a gradient is), and take a small step downhill. Thirty times.

```cl {id=learning}
secret = sobel_x()
before = randn(40, 40)
after = conv2d(before, secret)
mistake(k) = mean((conv2d(before, k) - after)**2)
guess = zeros(3, 3)
expect grad(mistake)(guess) ~ correlate2d(before, -2 * after / after.size, mode="valid") within 1e-9
losses = []
for step_number in range(30):
    losses.append(mistake(guess))
    error = 2 * (conv2d(before, guess) - after) / after.size
    guess -= 0.4 * correlate2d(before, error, mode="valid")
losses[0] > 10                #> True
losses[29] < 1e-6             #> True
plot(losses, yscale="log", xlabel="step", ylabel="mean squared error")
#> plot of 1 line, 30 points, x 0 to 29, ...
expect guess ~ secret within 0.001
round(guess, 2)
#> [[-1, 0, 1],
#>  [-2, 0, 2],
#>  [-1, 0, 1]]
```

Nobody told it about edges.

## Your turn

Write the backward pass of `conv2d` for one channel, without `grad`.

```cl {exercise=conv_backward}
def conv_backward(x, k, D):
    # D is dL/dy for y = conv2d(x, k); return the pair (dL/dx, dL/dk)
    ...
```
```cl {test=conv_backward points=1 name="the numbers of section 3 and 5"}
conv_backward(A, F, D)[0]     #> [[1, 2, 0], [5, 7, -2], [6, 5, -4]]
conv_backward(A, F, D)[1]     #> [[4, 6], [10, 12]]
```
```cl {test=conv_backward points=2 hidden name="not square"}
conv_backward([[1, 2, 3, 4], [0, 1, 0, 2]], [[1, -1, 2]], [[1, 2], [0, -3]])[0]    #> [[1, 1, 0, 4], [0, -3, 3, -6]]
conv_backward([[1, 2, 3, 4], [0, 1, 0, 2]], [[1, -1, 2]], [[1, 2], [0, -3]])[1]    #> [[2, 8, 5]]
```
```hint {for=conv_backward after=1}
One of the two is a correlation (`mode="valid"`), the other a full convolution. Which of them needs `k`?
```
```hint {for=conv_backward after=2}
Check the shapes: dL/dx is as large as x, dL/dk as large as k.
```
```solution {for=conv_backward}
def conv_backward(x, k, D):
    return (convolve2d(D, k), correlate2d(x, D, mode="valid"))
```

And the backward pass of average pooling. Rows and columns that no window reads get nothing.

```cl {exercise=avg_backward}
def avg_backward(x, k, D):
    # D is dL/dy for y = avg_pool2d(x, k); return dL/dx, as large as x
    ...
```
```cl {test=avg_backward points=1 name="two by two"}
avg_backward(figure, 2, [[4, 8], [0, 16]])
#> [[1, 1, 2, 2],
#>  [1, 1, 2, 2],
#>  [0, 0, 4, 4],
#>  [0, 0, 4, 4]]
```
```cl {test=avg_backward points=2 hidden name="a column that no window reads"}
avg_backward([[1, 1, 5], [1, 1, 9]], 2, [[8]])         #> [[2, 2, 0], [2, 2, 0]]
avg_backward(zeros(3, 6), 3, [[9, -18]])[2]            #> [1, 1, 1, -2, -2, -2]
```
```hint {for=avg_backward after=1}
`repeat(D, k, axis=0)` makes every row of D k times as high. Twice, and each number covers its window.
```
```hint {for=avg_backward after=2}
Begin with `zeros_like(x)` and write into the part that the windows cover.
```
```solution {for=avg_backward}
def avg_backward(x, k, D):
    dx = zeros_like(x)
    H, W = D.shape
    dx[:H*k, :W*k] = repeat(repeat(D, k, axis=0), k, axis=1) / k**2
    return dx
```

## What to keep

- A gradient adds up paths; along a path derivatives multiply.
- `y = conv2d(x, k)`: the kernel's gradient is `correlate2d(x, D, mode="valid")`, the input's is `convolve2d(D, k)`.
- Forward and backward are transposes of each other: correlation and convolution change places.
- The weight gradient is a *correlation* in both cases, whatever a slide says with three exclamation marks.
- Average pooling shares the gradient, max pooling gives it to the winner, and ties go to the first.
- A rule for a gradient is right when it agrees with difference quotients, beside the kinks. `gradcheck` does that.
