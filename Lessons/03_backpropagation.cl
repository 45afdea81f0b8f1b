---
title: Backpropagation
digits: 4
seed: 3
---
# Backpropagation

Training asks one question over and over: if this weight were a little larger, would the loss be larger or smaller, and how fast? The answer
is a derivative, and a network needs one for each of its weights, millions of them. Backpropagation finds them all in one sweep
that costs about as much as the loss itself. There is nothing in it but the chain rule, applied in the right order.

## Five steps forward

$$ f(x_1, x_2) = \ln(x_1) + x_1 x_2 - \sin(x_2) $$

```cl {id=f slide="S0-01" digits=12}
f(x1, x2) = ln(x1) + x1*x2 - sin(x2)
f(2, 5)    #> 11.652071455223
```

The slide takes $f$ apart into steps so small that each has a derivative one can look up. (It calls the inputs $v_{-1}$ and $v_0$; we keep
their names. It gives no point; the survey that its figure comes from uses (2, 5).)

```cl {id=steps slide="S0-02" digits=12}
x1, x2 = 2, 5
v1 = ln(x1)
v2 = x1 * x2
v3 = sin(x2)
v4 = v1 + v2
v5 = v4 - v3
(v1, v2, v3, v4, v5)
#> (0.693147180560, 10, -0.958924274663, 10.693147180560, 11.652071455223)
expect v5 == f(2, 5)
```

Each step uses only what stands above it. Any order with that property will do; this one is called *topological*, and every program is
written in one.

## ... and back

Now the other way. Let the *adjoint* of a node be the derivative of the result with respect to that node:

$$ \bar v_i = \frac{\partial y}{\partial v_i} $$

The last one is 1. Any other is found from the nodes that use it: what arrives there, times the local derivative of that one small step.
`backprop` runs $f$, remembers the steps and shows all of it. Read the values downwards and the adjoints upwards.

```cl {id=backward slide="S0-03" predict="Two paths lead from x2 to the result. What happens to the two products?"}
table = backprop(f)(2, 5)
table
#> node  formula  value    adjoint  = upstream * local (through)
#> x1    input    2        5.5      = 1 * 0.5 (v1) + 1 * 5 (v2)
#> x2    input    5        1.7163   = 1 * 2 (v2) + -1 * 0.2837 (v3)
#> v1    ln(x1)   0.6931   1        = 1 * 1 (v4)
#> v2    x1 * x2  10       1        = 1 * 1 (v4)
#> v3    sin(x2)  -0.9589  -1       = 1 * -1 (v5)
#> v4    v1 + v2  10.6931  1        = 1 * 1 (v5)
#> v5    v4 - v3  11.6521  1        = 1
table.v3.adjoint                     #> -1
grad(f, wrt="all")(2, 5)             #> (5.5, 1.7163)
expect table.x2.adjoint ~ 2 - cos(5)
```

They **add up**. $x_2$ reaches the result through $v_2$ and through $v_3$, and a small change of it travels both ways at once. A program
that stores the second product over the first, the commonest mistake in a first implementation, finds 2 or -0.2837 for $x_2$
and 0.5 or 5 for $x_1$, and is never told.

The same steps can be differentiated on the way down. Then every node carries one derivative *per input*: its *tangents*.

```cl {id=forward slide="S0-04"}
backprop(f, mode="forward")(2, 5)
#> node  formula  value    d/dx1  d/dx2
#> x1    input    2        1      0
#> x2    input    5        0      1
#> v1    ln(x1)   0.6931   0.5    0
#> v2    x1 * x2  10       5      2
#> v3    sin(x2)  -0.9589  0      0.2837
#> v4    v1 + v2  10.6931  5.5    2
#> v5    v4 - v3  11.6521  5.5    1.7163
jvp(f, (2, 5), (1, 0))               #> (11.6521, 5.5)
jvp(f, (2, 5), (0, 1))               #> (11.6521, 1.7163)
```

The last row of this table and the first two of the one before agree, as they must. But look at the price: two columns for two inputs.
A million weights would need a million columns. Backwards there is one column, however many inputs there are; the last section counts.

## Gates

The Stanford course explains the same with a circuit, $f = (x + y)\,z$ at $x = -2$, $y = 5$, $z = -4$:

$$ q = x + y, \quad \frac{\partial q}{\partial x} = \frac{\partial q}{\partial y} = 1 \qquad\qquad
   f = q z, \quad \frac{\partial f}{\partial q} = z,\ \frac{\partial f}{\partial z} = q $$

```cl {id=gates slide="S3-36 S3-37 S3-38"}
def circuit(x, y, z):
    q = x + y
    return q * z
backprop(circuit)(-2, 5, -4)
#> node  formula  value  adjoint  = upstream * local (through)
#> x     input    -2     -4       = -4 * 1 (q)
#> y     input    5      -4       = -4 * 1 (q)
#> z     input    -4     3        = 1 * 3 (v1)
#> q     x + y    3      -4       = 1 * -4 (v1)
#> v1    q * z    -12    1        = 1
```

Every entry of the last column is *upstream times local*, as on the slides. With a little practice one sees what a gate does without
multiplying. An addition hands on what it gets; a value that is used twice adds up what comes back; a product swaps its factors;
a maximum sends everything to the winner. `vjp(f, x, g)` gives a function's value, and what reaches its inputs when $g$ arrives from above.

```cl {id=patterns slide="S3-48 S3-49 S3-50 S3-51" predict="max(4, 5) with 9 from above: what reaches the 4?"}
vjp((x, y) -> x + y, (3, 4), 2)         #> (7, (2, 2))
vjp(x -> (x, x), 7, (4, 2))             #> ((7, 7), 6)
vjp((x, y) -> x * y, (2, 3), 5)         #> (6, (15, 10))
vjp((x, y) -> max(x, y), (4, 5), 9)     #> (5, (0, 9))
vjp((x, y) -> max(x, y), (5, 5), 9)     #> (5, (9, 0))
```

(The slide has the names; the numbers are ours, its pictures are lost. At a tie, the last line, the maximum has no derivative. Somebody must get
the 9, and in ConvLab it is the first.)

## A neuron, gate by gate

$$ f(w, x) = \frac{1}{1 + e^{-(w_0 x_0 + w_1 x_1 + w_2)}} $$

needs four local derivatives and no more. `symbolic` differentiates a formula into a formula:

```cl {id=locals slide="S3-40"}
symbolic(x -> exp(x), "x")              #> exp(x)
symbolic((x, a) -> a * x, "x")          #> a
symbolic(x -> 1 / x, "x")               #> -1 / x**2
symbolic((x, c) -> c + x, "x")          #> 1
```

The slides print $f = 0.73$ and the gradient $0.2$ that arrives at the sum; the inputs are only in the lost picture. These give both:

```cl {id=neuron slide="S3-39 S3-41 S3-42 S3-43"}
def neuron(w0, x0, w1, x1, w2):
    a = w0 * x0
    b = w1 * x1
    c = a + b
    s = c + w2
    n = -s
    u = exp(n)
    d = 1 + u
    y = 1 / d
    return y
backprop(neuron)(2, -1, -3, -2, -3)
#> node  formula  value   adjoint  = upstream * local (through)
#> w0    input    2       -0.1966  = 0.1966 * -1 (a)
#> x0    input    -1      0.3932   = 0.1966 * 2 (a)
#> w1    input    -3      -0.3932  = 0.1966 * -2 (b)
#> x1    input    -2      -0.5898  = 0.1966 * -3 (b)
#> w2    input    -3      0.1966   = 0.1966 * 1 (s)
#> a     w0 * x0  -2      0.1966   = 0.1966 * 1 (c)
#> b     w1 * x1  6       0.1966   = 0.1966 * 1 (c)
#> c     a + b    4       0.1966   = 0.1966 * 1 (s)
#> s     c + w2   1       0.1966   = -0.1966 * -1 (n)
#> n     -s       -1      -0.1966  = -0.5344 * 0.3679 (u)
#> u     exp(n)   0.3679  -0.5344  = -0.5344 * 1 (d)
#> d     1 + u    1.3679  -0.5344  = 1 * -0.5344 (y)
#> y     1 / d    0.7311  1        = 1
```

The slide's row `[0.2] x [1] = 0.2 (both inputs)` is what $c$ hands to $a$ and to $b$; with four decimals it is 0.1966.

Four of these steps belong together, and their product has a short form:

$$ \frac{d\sigma}{dx} = \frac{e^{-x}}{(1 + e^{-x})^2} = (1 - \sigma(x))\,\sigma(x) $$

```cl {id=sigmoid-derivative slide="S3-44"}
slope = symbolic(x -> 1 / (1 + exp(-x)), "x")
slope                                   #> exp(-x) / (1 + exp(-x))**2
check same_function(slope, x -> (1 - sigmoid(x)) * sigmoid(x))
#> holds
```

So the four gates may as well be one. The graph of a function is not unique: choose the one whose local derivatives are easy.

```cl {id=one-node slide="S3-47" digits=6}
grad(s -> 1 / (1 + exp(-s)))(1)         #> 0.196612
grad(sigmoid)(1)                        #> 0.196612
```

The two slides that compute this number by hand differ in a detail worth seeing.

```cl {id=two-lines slide="S3-45 S3-46" digits=6 predict="Which of 1/(1 + e) and 1/(1 + 1/e) is the sigmoid at 1?"}
1 * ((1 - 1/(1 + exp(1))) * (1/(1 + exp(1))))      #> 0.196612
(1/(1 + exp(1)), sigmoid(1), sigmoid(-1))          #> (0.268941, 0.731059, 0.268941)
1 * ((1 - 0.73) * 0.73)                            #> 0.1971
```

The first line is printed with $1/(1 + e^1)$, which is $\sigma(-1)$, not $\sigma(1) = 1/(1 + e^{-1})$. The product comes out right all the same, because
$\sigma(-1) = 1 - \sigma(1)$ and the two factors only change places. The second line starts from the rounded 0.73; both are 0.2 with one decimal.

## Formulas from formulas

The rules for sums and products are two lines on a slide, and `symbolic` obeys them:

```cl {id=sum-and-product slide="S3-28"}
symbolic(x -> sin(x) + x**2, "x")       #> cos(x) + 2 * x
symbolic(x -> sin(x) * x**2, "x")       #> x**2 * cos(x) + 2 * x * sin(x)
```

The third, the chain rule, is misprinted there as $\frac{d(h(x))}{dx} = \frac{df(g(x))}{dx} \cdot \frac{dg(x)}{x}$. Two letters matter. The first
factor must be the derivative with respect to $g$, not $x$ (else the inner derivative counts twice), and the last denominator is $dx$:

$$ h(x) = f(g(x)), \qquad \frac{dh}{dx} = \frac{df(g)}{dg} \cdot \frac{dg(x)}{dx} $$

```cl {id=chain-rule slide="S3-29"}
right = symbolic(x -> sin(x**2), "x")
right                                   #> 2 * x * cos(x**2)
printed = x -> 2*x*cos(x**2) * x**2 / x * 2     # d sin(x**2)/dx, times dg = 2 x dx over x
check same_function(printed, x -> 4*x**2*cos(x**2))
#> holds
printed(1) / right(1)                   #> 2
agree right(1.3), numgrad(x -> sin(x**2))(1.3)
#> right(1.3)  numgrad(x -> sin(x**2))(1.3)
#> -0.3092     -0.3092
#> agree
```

Why does nobody train networks this way? *For complicated functions, the resultant expression can be exponentially large*, says the slide, and
gives no example. Here is one: square, and square again.

$$ f_0 = x, \qquad f_n = f_{n-1} \cdot f_{n-1} $$

```cl {id=swell slide="S3-30 S3-31"}
def power(n):
    # f_n, each square made of two equal factors
    if n == 0: return x -> x
    inner = power(n - 1)
    return x -> inner(x) * inner(x)
sizes = n -> symbolic(power(n), "x")
[sizes(n).tree_size for n in range(9)]    #> [1, 7, 23, 63, 159, 383, 895, 2047, 4607]
[(n + 1) * 2**(n + 1) - 1 for n in range(9)]
#> [1, 7, 23, 63, 159, 383, 895, 2047, 4607]
power(8)(1.01)                          #> 12.7724
```

Nine squares, and the derivative written out has 4607 symbols. The function itself has nine nodes if each square is kept and used twice, which is
what a program does anyway. `backprop` works on those nine nodes and never writes the formula down.

## The other way: wiggle it

$$ \frac{\partial f}{\partial x_i} = \lim_{h \to 0} \frac{f(x + h e_i) - f(x)}{h} $$

No formula, no graph: change one weight a little and look. (The slide has "$\approx \lim$". Either it is the limit, with "=", or it is an
approximation, without "lim".) Its example is a product of two vectors:

```cl {id=wiggle slide="S3-32"}
W = [-0.8, 0.3]
x = [0.5, -0.2]
dot(W, x)                                          #> -0.46
(dot([-0.8 + 0.001, 0.3], x) - dot(W, x)) / 0.001  #> 0.5
numgrad(w -> dot(w, x), method="forward")(W)       #> [0.5000, -0.2000]
grad(w -> dot(w, x))(W)                            #> [0.5, -0.2]
```

How small should $h$ be? We differentiate $e^x$ at 1, where the answer is $e$, and look at the error: forward difference, central difference.

$$ \frac{f(x + h) - f(x)}{h} \qquad\qquad \frac{f(x + h) - f(x - h)}{2h} $$

```cl {id=step-size slide="S3-33" predict="From h = 1e-6 to h = 1e-12: do the errors shrink a million times?"}
def errors(h):
    return [abs(numgrad(exp, h=h, method=m)(1) - e) for m in ("forward", "central")]
errors(1e-2)                            #>  [0.0136, 4.5305e-05]
errors(1e-6)                            #>~ [1.3590e-06, 1.6346e-10]
errors(1e-12)                           #>~ [0.0004, 0.0002]
expect 1.2e-6 < errors(1e-6)[0] < 1.5e-6
expect errors(1e-6)[1] < 1e-9
expect min(errors(1e-12)) > 1e-5
```

A hundred times smaller $h$ makes the forward error a hundred times smaller, the central one ten thousand times: $O(h)$ and $O(h^2)$. At $10^{-12}$
all is lost again, because the two values of $f$ agree in all but their last digits and the difference is rounding. $10^{-6}$ is a good
compromise for the central one, and what the slide recommends.

Two small networks serve as guinea pigs from here on. This one has two inputs, two hidden units with ReLU, and softmax:

```cl {id=net slide="S3-27" digits=6}
W1 = [[1, -1], [2, 0.5]]
b1 = [0.5, -1]
W2 = [[1, -2], [0.5, 1]]
b2 = [0, 0.25]
net = x -> softmax(W2 @ relu(W1 @ x + b1) + b2)
J1 = jacobian(x -> relu(W1 @ x + b1))([1, 2])        # of the first layer
a2 = W2 @ relu(W1 @ [1, 2] + b1) + b2
J2 = jacobian(softmax)(a2) @ W2                      # of the second
J2 @ J1
#> [[-0.011538, -0.002885],
#>  [0.011538, 0.002885]]
expect J2 @ J1 ~ jacobian(net)([1, 2])
expect J2 @ J1 ~ numgrad(x -> net(x)[0])([1, 2]).reshape(1, 2) * [[1], [-1]] within 1e-8
```

The Jacobian of a chain of layers is the product of the layers' Jacobians; that is all the chain rule says, and a difference quotient agrees.
What it costs is another matter: one evaluation more than there are parameters forwards, twice as many centrally.

```cl {id=slow slide="S3-34"}
theta = randn(29)                       # as many as the 2-3-3-2 network of lesson 02
loss29 = p -> sum(tanh(p)**2)
calls(loss29, g -> numgrad(g, method="forward")(theta))    #> 30
calls(loss29, g -> numgrad(g)(theta))                      #> 58
calls(loss29, g -> grad(g)(theta))                         #> 1
```

So difference quotients do not train networks. They *check* derivatives, and every implementer of a gradient uses them for that.

```cl {id=check-net slide="S3-35" digits=5}
nll = (W1, b1, W2, b2) -> -ln(softmax(W2 @ relu(W1 @ [1, 2] + b1) + b2)[0])
grad(nll)(W1, b1, W2, b2)
#> [[0, 0],
#>  [2.99422, 5.98844]]
max(abs(grad(nll)(W1, b1, W2, b2) - numgrad(nll)(W1, b1, W2, b2))) < 1e-8    #> True
gradcheck(nll, W1, b1, W2, b2).ok       #> True
```

The first row of the weight gradient is 0: that hidden unit is off ($a_1 = -0.5$), and nothing passes a ReLU that is off.

## One layer, backwards

A layer is $a' = W h + b$, then $h' = \sigma(a')$. (The slide writes $h_{j+1} = \sigma(a_j + 1)$: the 1 has slipped out of the index, it is $\sigma(a_{j+1})$.)

```cl {id=layer slide="S0-05" digits=10}
W = [[1, 2, 3], [4, 5, 6]]
h = [1, 0, -1]
b = [1, 2]
a = W @ h + b
a                                       #> [-1, 0]
sigmoid(a)                              #> [0.2689414214, 0.5]
W.T @ h + b
#! shape-matmul: 2 and 3
```

The last line is what everybody tries once: $W$ has a row for each output and a column for each input, and the message tells which sizes clash.

With one number everywhere the four derivatives of the slide can be read off:

$$ \bar a = \sigma'(a)\,\bar h', \qquad \bar b = \bar a, \qquad \bar h = w\,\bar a, \qquad \bar w = h\,\bar a $$

```cl {id=scalar-layer slide="S0-06" digits=10}
one = backprop((w, h, b) -> sigmoid(w*h + b))(2, 3, -5)
(sigmoid(1), one.b.adjoint)             #> (0.7310585786, 0.1966119332)
(one.w.adjoint, one.h.adjoint)          #> (0.5898357997, 0.3932238665)
```

With vectors the same four lines grow matrices. Let $g$ be what arrives: at the activation's output first, then at $a'$.

```cl {id=activation slide="S0-07" digits=10 predict="J @ g or J.T @ g?"}
g = [1, 2]
J = jacobian(sigmoid)(a)
J @ g                                   #> [0.1966119332, 0.5]
J.T @ g                                 #> [0.1966119332, 0.5]
M = [[1, 2], [0, 1]]                    # a layer whose Jacobian is not symmetric
M @ g                                   #> [5, 2]
vjp(v -> M @ v, [0, 0], g)[1]           #> [1, 4]
M.T @ g                                 #> [1, 4]
```

The slide multiplies by $J_\sigma$. For gradients written as columns it is $J^T$. Nobody notices, because every Jacobian of an activation is symmetric:
diagonal for an elementwise function, and softmax's below. $M$ is not, and there $Jg$ is simply wrong.

```cl {id=linear-part slide="S0-08 S0-09 S0-10"}
outer(g, h)
#> [[1, 0, -1],
#>  [2, 0, -2]]
W.T @ g                                 #> [9, 12, 15]
(value, (dW, dh, db)) = vjp((W, h, b) -> W @ h + b, (W, h, b), g)
expect dW == outer(g, h)                # grad of W: what arrives, times what went in
expect db == g                          # grad of b: what arrives
expect dh == W.T @ g                    # grad of h: back through the same weights
gradcheck((W, h, b) -> dot(g, W @ h + b), W, h, b).ok    #> True
```

That is the whole of backpropagation for a dense layer, three lines of shapes: $(n', n) = (n',) \otimes (n,)$, $(n',)$, and $(n,) = (n, n')\,(n',)$. With a batch of
samples the products sum over the samples.

## Softmax and its Jacobian

$$ p_i = \frac{e^{a_i}}{\sum_j e^{a_j}} $$

(The deck calls it *sof(arg)max*, the usual name is softmax, and uses $p$ both for the probabilities and for how many there are.) With
$a = (0, \ln 2, \ln 3)$ the exponentials are 1, 2 and 3:

```cl {id=softmax slide="S0-11"}
a = [0, ln(2), ln(3)]
p = softmax(a)
p * 6                                   #> [1, 2, 3]
```

Every $p_i$ depends on every $a_j$, since all share one denominator. The quotient rule gives two cases:

$$ \frac{\partial p_i}{\partial a_i} = \frac{e^{a_i} S - e^{2 a_i}}{S^2} = p_i (1 - p_i), \qquad
   \frac{\partial p_i}{\partial a_j} = -p_i\, p_j \quad (i \ne j) $$

```cl {id=softmax-diagonal slide="S0-12"}
diag(jacobian(softmax)(a)) * 36         #> [5, 8, 9]
S = sum(exp(a))
(exp(a) * S - exp(2*a)) / S**2 * 36     #> [5, 8, 9]
expect p * (1 - p) * 36 ~ [5, 8, 9] within 1e-12
```

```cl {id=softmax-jacobian slide="S0-13" predict="What do the rows sum to?"}
J = jacobian(softmax)(a)
J * 36
#> [[5, -2, -3],
#>  [-2, 8, -6],
#>  [-3, -6, 9]]
expect J ~ diag(p) - outer(p, p)
```

The question on the slide asks for $\partial p_i / \partial a_i$; the answer below it treats $\partial p_i / \partial a_j$, which is what is meant.

The matrix is symmetric, and its rows sum to 0: raising all $a_i$ together changes nothing. So it has rank 2, not 3, and no inverse. Nobody builds it, because
multiplying with it is much cheaper:

$$ J g = p \odot (g - p \cdot g) $$

```cl {id=softmax-properties slide="S0-14" digits=10}
J @ [1, 0, 0]                           #> [0.1388888889, -0.0555555556, -0.0833333333]
(sum(abs(J - J.T)), rank(J))            #> (0, 2)
expect sum(J, axis=1) ~ [0, 0, 0] within 1e-15
g = [1, 0, 0]
p * (g - dot(p, g))                     #> [0.1388888889, -0.0555555556, -0.0833333333]
```

Adding the same number to all scores changes nothing on paper. In a computer it can change everything, since $e^{1000}$ is infinite there. So every
softmax subtracts the maximum first.

```cl {id=stable slide="S0-15 S3-57" digits=10}
naive = a -> exp(a) / sum(exp(a))
naive([1000, 1001, 1002])               #> [nan, nan, nan]
softmax([1000, 1001, 1002])             #> [0.0900305732, 0.2447284711, 0.6652409558]
softmax([1, 2, 3])                      #> [0.0900305732, 0.2447284711, 0.6652409558]
grad(a -> -ln(softmax(a)[2]))([0, ln(2), ln(3)]) * 6     #> [1, 2, -3]
```

The last line is the prettiest derivative in the subject. Softmax followed by the negative logarithm of the right class has the gradient $p - y$, with $y$ the
one-hot target: what was predicted, minus what was wanted. The two other classes are pushed down by as much as they were believed.

```cl {id=softmax-nll slide="S3-58" digits=6}
grad(b -> -log_softmax(b)[2])([1, 2, 3])    #> [0.090031, 0.244728, -0.334759]
softmax([1, 2, 3]) - one_hot(2, 3)          #> [0.090031, 0.244728, -0.334759]
```

## Two losses and their derivatives

| | forward | backward |
|---|---|---|
| quadratic | $J = \frac12 (y - y^*)^2$ | $y - y^*$ |
| cross-entropy | $J = -\big[y^* \ln y + (1 - y^*) \ln(1 - y)\big]$ | $-\frac{y^*}{y} + \frac{1 - y^*}{1 - y}$ |

```cl {id=quadratic slide="S3-54"}
quadratic = (y, t) -> (y - t)**2 / 2
value_and_grad(quadratic)(0.7, 1)       #> (0.0450, -0.3000)
```

On the slide the minus signs of the second row are missing. As printed, the "loss" is the log-likelihood, which one wants large, and its printed derivative
fits neither sign:

```cl {id=cross-entropy slide="S3-55 S3-56" digits=6 predict="Which sign must the derivative have when y is too small?"}
J = (y, t) -> -(t*ln(y) + (1 - t)*ln(1 - y))
printed = (y, t) -> t*ln(y) + (1 - t)*ln(1 - y)
(J(0.2, 1), printed(0.2, 1))            #> (1.609438, -1.609438)
(grad(J)(0.2, 1), grad(J)(0.2, 0))      #> (-5, 1.25)
(grad(printed)(0.2, 1), grad(printed)(0.2, 0))    #> (5, -1.25)
slide = (y, t) -> t/y + (1 - t)/(1 - y)
(slide(0.2, 1), slide(0.2, 0))          #> (5, 1.25)
symbolic(y -> -(ln(y)), "y")            #> -1 / y
```

At $y = 0.2$, $y^* = 1$ the loss must fall when $y$ grows: -5. The slide's 5 would lead training away from the target.

## The four steps

*Feed-forward computation; backpropagation to the output layer; to the hidden layer; weight updates.* The slide lists them without numbers. Here they are
for two inputs, two hidden sigmoids and one output, target 1, with a step of size 1:

```cl {id=four-steps slide="S3-52" digits=6}
W1, W2 = [[0.1, 0.2], [0.3, 0.4]], [0.5, -0.5]
x, t = [1, 0], 1
z = sigmoid(W1 @ x)                     # i
y = sigmoid(dot(W2, z))
(y, quadratic(y, t))                    #> (0.493817, 0.128110)
d_out = (y - t) * y * (1 - y)           # ii
d_out                                   #> -0.126526
d_hid = d_out * W2 * z * (1 - z)        # iii
d_hid                                   #> [-0.015776, 0.015465]
V1 = W1 - outer(d_hid, x)               # iv
V2 = W2 - d_out * z
loss = (W1, W2) -> quadratic(sigmoid(dot(W2, sigmoid(W1 @ x))), t)
(g1, g2) = grad(loss, wrt="all")(W1, W2)
expect g1 ~ outer(d_hid, x)
expect g2 ~ d_out * z
b1, b2 = [0, 0] - d_hid, 0 - d_out      # the biases start at 0 and move too
quadratic(sigmoid(dot(V2, sigmoid(V1 @ x + b1)) + b2), t)    #> 0.102880
```

Which activation, how many layers, how wide, which loss: that is *network design*, and only the second of the four steps changes with it.

```cl {id=activations slide="S3-53" digits=6}
x = [-2, 0, 2]
sigmoid(x)                              #> [0.119203, 0.500000, 0.880797]
relu(x)                                 #> [0, 0, 2]
grad(x -> sum(sigmoid(x)))(x)           #> [0.104994, 0.250000, 0.104994]
grad(x -> sum(relu(x)))(x)              #> [0, 0, 1]
```

A sigmoid passes at most a quarter of what arrives, and next to nothing far from 0. Ten of them in a row pass less than a millionth. A ReLU
passes all or nothing, which is why images are learned with ReLUs.

## XOR, letter by letter

The recitation derives every derivative of the smallest network that computes XOR. ($\delta$ is its sigmoid.)

$$ z_1 = \delta(w_1 x_1 + w_3 x_2 + b_1), \quad z_2 = \delta(w_2 x_1 + w_4 x_2 + b_2), \quad \hat y = \delta(w_5 z_1 + w_6 z_2 + b_3) $$

```cl {id=xor-loss slide="S4-06" digits=6}
def xor_loss(w1, w2, w3, w4, w5, w6, b1, b2, b3, x1, x2, y):
    z1 = sigmoid(w1*x1 + w3*x2 + b1)
    z2 = sigmoid(w2*x1 + w4*x2 + b2)
    yhat = sigmoid(w5*z1 + w6*z2 + b3)
    l = (y - yhat)**2
    return l
xor = backprop(xor_loss)(0.5, -0.5, 0.4, 0.3, 1, -1, 0.1, -0.2, 0.2, 1, 0, 1)
(xor.yhat.value, xor.l.value, xor.yhat.adjoint)    #> (0.625707, 0.140095, -0.748586)
2 * (1 - 0.625707) * -1                            #> -0.748586
```

Layer 2 needs four products, each a number that is *carried over* times a local one:

```cl {id=xor-layer-2 slide="S4-07" digits=6}
(xor.w5.adjoint, xor.w6.adjoint)        #> (-0.113195, -0.058172)
(xor.z1.adjoint, xor.z2.adjoint)        #> (-0.175317, 0.175317)
```

The local ones all begin with $\hat y (1 - \hat y)$. Five times a formula against a derivative, as functions:

```cl {id=xor-locals-2 slide="S4-08 S4-09" digits=6}
out = (w5, w6, z1, z2, b3) -> sigmoid(w5*z1 + w6*z2 + b3)
slope = (w5, w6, z1, z2, b3) -> out(w5, w6, z1, z2, b3) * (1 - out(w5, w6, z1, z2, b3))
check same_function(symbolic(out, "w5"), (w5, w6, z1, z2, b3) -> slope(w5, w6, z1, z2, b3) * z1)
#> holds
check same_function(symbolic(out, "w6"), (w5, w6, z1, z2, b3) -> slope(w5, w6, z1, z2, b3) * z2)
#> holds
check same_function(symbolic(out, "z1"), (w5, w6, z1, z2, b3) -> slope(w5, w6, z1, z2, b3) * w5)
#> holds
check same_function(symbolic(out, "z2"), (w5, w6, z1, z2, b3) -> slope(w5, w6, z1, z2, b3) * w6)
#> holds
check same_function(symbolic(out, "b3"), slope)
#> holds
(0.625707 * (1 - 0.625707), xor.b3.adjoint)    #> (0.234198, -0.175317)
```

The last is printed with $\partial b$ and means $b_3$; $\partial l / \partial b_3$ is missing from the list of layer 2.

```cl {id=xor-locals-1 slide="S4-10"}
z = (w, v, x1, x2, b) -> sigmoid(w*x1 + v*x2 + b)      # z1 with w1, w3, b1; z2 with w2, w4, b2
dz = (w, v, x1, x2, b) -> z(w, v, x1, x2, b) * (1 - z(w, v, x1, x2, b))
check same_function(symbolic(z, "w"), (w, v, x1, x2, b) -> dz(w, v, x1, x2, b) * x1)
#> holds
check same_function(symbolic(z, "v"), (w, v, x1, x2, b) -> dz(w, v, x1, x2, b) * x2)
#> holds
check same_function(symbolic(z, "b"), dz)
#> holds
```

Three functions stand for the slide's six lines, as $z_1$ and $z_2$ differ only in their letters. All nine gradients:

```cl {id=xor-gradients slide="S4-11" digits=6}
start = (0.5, -0.5, 0.4, 0.3, 1, -1, 0.1, -0.2, 0.2)
gradients = grad(xor_loss, wrt="all")(*start, 1, 0, 1)[:9]
(xor.z1.value, xor.z2.value)            #> (0.645656, 0.331812)
[g for g in gradients]
#> [-0.040110, 0.038870, 0, 0, -0.113195, -0.058172, -0.040110, 0.038870, -0.175317]
```

$w_3$ and $w_4$ get 0, for their input $x_2$ is 0: with this sample nothing can be learned about them.

```cl {id=xor-check slide="S4-12"}
numeric = numgrad(xor_loss, wrt="all")(*start, 1, 0, 1)[:9]
max([abs(g - n) for (g, n) in zip(gradients, numeric)]) < 1e-9    #> True
gradcheck(xor_loss, *start, 1, 0, 1).ok     #> True
```

Now let it learn: all four inputs, the four losses added up, 2000 steps of size 1.

```cl {id=xor-training slide="S4-13" digits=6}
inputs = [[0, 0], [0, 1], [1, 0], [1, 1]]
targets = [0, 1, 1, 0]
def predict(theta, x):
    (V, u, c, d) = theta
    return sigmoid(sigmoid(x @ V + c) @ u + d)
total = theta -> sum((predict(theta, inputs) - targets)**2)
theta = ([[1, -1], [1, -1]], [1, 1], [-0.5, 1.5], -1.5)
total(theta)                            #> 0.995069
for step in range(2000):
    theta = theta - 1 * grad(total)(theta)
total(theta)                            #> 0.002721
predict(theta, inputs)                  #> [0.027461, 0.976020, 0.976020, 0.028588]
```

(The start is ours; the demo of the recitation is not on its slides.) `theta` is a tuple of a matrix, two vectors and a number, and so is its gradient:
whatever holds numbers can be differentiated, and then `theta - 1 * gradient` is meant leaf by leaf.

## Why backwards?

A network is a function in a function in a function, $l = f_I(w_I, f_{I-1}(w_{I-1}, \dots))$, and the chain rule starts with the outermost:

```cl {id=nested slide="S4-14"}
l = (w1, w2, w3) -> exp(w3 * sin(w2 * w1**2))
def product_of_locals(w1, w2, w3):
    a = w2 * w1**2
    s = sin(a)
    return exp(w3 * s) * w3 * cos(a) * 2 * w1 * w2      # outer first
check same_function(symbolic(l, "w1"), product_of_locals)
#> holds
```

But one may multiply in either order, and it makes a difference. Take the recitation's chain: three hidden layers of two units, 14 weights, one output.
`terms` counts the derivatives that are not identically zero, going forwards (every node with respect to every weight before it) and backwards
(the loss with respect to everything).

```cl {id=terms slide="S4-16 S4-18 S4-19 S4-20 S4-21 S4-22"}
def chain(w, x, t):
    z1 = sigmoid(w[0]*x[0] + w[2]*x[1])
    z2 = sigmoid(w[1]*x[0] + w[3]*x[1])
    z3 = sigmoid(w[4]*z1 + w[6]*z2)
    z4 = sigmoid(w[5]*z1 + w[7]*z2)
    z5 = sigmoid(w[8]*z3 + w[10]*z4)
    z6 = sigmoid(w[9]*z3 + w[11]*z4)
    yhat = sigmoid(w[12]*z5 + w[13]*z6)
    l = (t - yhat)**2
    return l
counts = terms(chain)(randn(14), [1, 2], 1)
counts
#> forward: d(value)/d(weight)
#> value   weight   terms
#> z1 z2   w1..w4   4
#> z3 z4   w1..w8   12
#> z5 z6   w1..w12  20
#> yhat    w1..w14  14
#> l       w1..w14  14
#> total            64
#> backward: d(l)/d(...)
#> new            terms  carried
#> yhat           1      0
#> w13 w14 z5 z6  4      1  yhat
#> w9..w12 z3 z4  6      2  z5 z6
#> w5..w8 z1 z2   6      2  z3 z4
#> w1..w4         4      2  z1 z2
#> total          21     7
```

The lists of the slide agree with these rows but for one: its third layer has 28 entries instead of 20. Four of them, $\partial z_5 / \partial w_9$ and so on, stand
there twice, and four more, such as $\partial z_5 / \partial w_{10}$, are zero, for $w_{10}$ leads to $z_6$.

```cl {id=misprint slide="S4-23"}
counts.forward                          #> [4, 12, 20, 14, 14]
[12 - 4, 20 - 12]                       #> [8, 8]
[12 - 4, 28 - 12]                       #> [8, 16]
```

The slide itself says that *each layer computes 8 more terms than the previous layer*. That is true with 20, and not with 28. (The last two layers do not
follow the rule: there is one output, not two.)

```cl {id=constant slide="S4-17 S4-24"}
[n + c for (n, c) in zip(counts.backward, counts.carried)]    #> [1, 5, 8, 8, 6]
(sum(counts.forward), sum(counts.forward) + 8)                #> (64, 72)
(sum(counts.backward), sum(counts.backward) + sum(counts.carried))    #> (21, 28)
```

Backwards an inner layer costs 8 terms, wherever it stands. The same gradient takes 64 terms forwards (72 with the misprint) and 21 backwards, 28 with those carried over.
With $H$ hidden layers of two units it is $4(H+1)^2$ against $6H + 3$:

```cl {id=growth slide="S4-15" predict="Ten layers: how many terms forwards?"}
def deep(w, x, t):
    n = len(w) // 4
    z = x
    for i in range(n):
        z = [sigmoid(w[4*i]*z[0] + w[4*i + 2]*z[1]), sigmoid(w[4*i + 1]*z[0] + w[4*i + 3]*z[1])]
    yhat = sigmoid(w[4*n]*z[0] + w[4*n + 1]*z[1])
    l = (t - yhat)**2
    return l
def both(H):
    c = terms(deep)(randn(4*H + 2), [1, 2], 1)
    return [H, sum(c.forward), sum(c.backward), sum(c.backward) + sum(c.carried)]
[both(H) for H in [1, 3, 10]]
#> [[1, 16, 9, 12],
#>  [3, 64, 21, 28],
#>  [10, 484, 63, 84]]
[[4*(H + 1)**2, 6*H + 3, 8*H + 4] for H in [1, 3, 10]]
#> [[16, 9, 12],
#>  [64, 21, 28],
#>  [484, 63, 84]]
```

Linear against quadratic in the number of layers: that is the claim of the slide, and with ten layers it is already a factor of seven.

## Your turn

Softmax backwards, without building its Jacobian:

```cl {exercise=softmax_backward}
def softmax_backward(p, g):
    # p = softmax(a), g arrives at p: what reaches a?
    ...
```
```cl {test=softmax_backward points=1 name="three classes"}
softmax_backward([1/6, 1/3, 1/2], [1, 0, 0]) * 36      #> [5, -2, -3]
```
```cl {test=softmax_backward points=1 hidden name="all upstreams equal, and two classes"}
softmax_backward([0.2, 0.3, 0.5], [7, 7, 7])           #> [0, 0, 0]
softmax_backward([0.25, 0.75], [0, 4])                 #> [-0.75, 0.75]
```
```hint {for=softmax_backward after=1}
The formula stands above: $p \odot (g - p \cdot g)$. The dot is a number.
```
```solution {for=softmax_backward}
def softmax_backward(p, g):
    return p * (g - dot(p, g))
```

A layer with a sigmoid, all by hand. The test compares with numeric derivatives that you never see.

```cl {exercise=layer_backward}
def layer_backward(W, h, b, g):
    # h' = sigmoid(W @ h + b), and g arrives at h'
    # return the gradients of W, h and b, as a tuple in this order
    ...
```
```cl {test=layer_backward points=2 name="the layer of this lesson"}
(dW, dh, db) = layer_backward([[1, 2, 3], [4, 5, 6]], [1, 0, -1], [1, 2], [1, 2])
db    #> [0.1966, 0.5]
dW    #> [[0.1966, 0, -0.1966], [0.5, 0, -0.5]]
dh    #> [2.1966, 2.8932, 3.5898]
```
```cl {test=layer_backward points=2 hidden name="one unit"}
(dW, dh, db) = layer_backward([[2]], [3], [-5], [1])
(dW[0, 0], dh[0], db[0])    #> (0.5898, 0.3932, 0.1966)
```
```hint {for=layer_backward after=1}
First from $h'$ to $a'$: multiply by $\sigma'(a') = h'(1 - h')$. From there the three lines of `linear-part` do the rest.
```
```solution {for=layer_backward}
def layer_backward(W, h, b, g):
    y = sigmoid(W @ h + b)
    d = g * y * (1 - y)
    return (outer(d, h), W.T @ d, d)
```

## What comes later

How a convolution and a pooling layer go backwards is `06_convolution_backward.cl`. What one does with gradients once one has them was the subject of
`02_networks.cl`.
