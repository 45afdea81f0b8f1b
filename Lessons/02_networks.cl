---
title: Networks
digits: 4
seed: 2
---
# Networks

A neuron is one line of arithmetic. A network is a few of them in a row, and learning is a walk downhill. This lesson
builds all three by hand: you will meet a question that no single neuron can answer, answer it with three, measure how
wrong a network is in half a dozen ways, and teach one to tell two clouds of points apart. All slopes are found on
paper, or written down by `symbolic` as you would write them. The machinery that finds them for a whole network is the
subject of lesson 03; after this one you will want it.

Many results come from lecture slides. In the file their cells are labelled: `slide="S3-01"` is result 1 of deck S3.
Where a slide is wrong, or can be read in two ways, the lesson says so and runs both.

## 1. One neuron

A neuron weighs what comes in, adds a constant, and passes the sum through a function of one number:

$$ h(x) = g\big(a(x)\big) = g\Big(b + \sum_i w_i x_i\Big) $$

The $w_i$ are its **weights**, $b$ is its **bias**, $g$ its **activation**. Here is one that looks at two numbers:

```cl {id=neuron slide="S4-01"}
def neuron(x, w, b, g):
    return g(b + dot(w, x))
neuron([2, 1], [1, -2], 0.5, sigmoid)    #> 0.6225
0.5 + 1*2 - 2*1                          #> 0.5
sigmoid(0.5)                             #> 0.6225
```

The activation decides which answers are possible. On the same inputs, from -5 to 5:

```cl {id=activations slide="S4-02" predict="sigmoid(2x + b) is a half where 2x + b is 0. Where is that for b = 0, 2, -4?"}
x = linspace(-5, 5, 101)
for g in (sigmoid, tanh, relu): print(min(g(x)), max(g(x)))
#> 0.0067 0.9933
#> -0.9999 0.9999
#> 0 5
halfway = b -> x[argmin(abs(sigmoid(2*x + b) - 0.5))]
[halfway(b) for b in [0, 2, -4]]
#> [0, -1, 2]
```

The weights say how steep the slope is and which way it faces; the bias only moves it. (The slide says that it moves the
*riff*. It means *ridge*: the picture, which our copy has lost, is the sigmoid of a sum of two inputs, a cliff in the
plane.) We can draw that cliff ourselves. Each pixel is a point of the plane, and the neuron's answer is its brightness:

```cl {id=cliff}
side = linspace(-0.5, 1.5, 200)
X1, X2 = meshgrid(side, side)
X2 = flip(X2, axis=0)                    # upwards, as in a diagram
save_png("one-neuron.png", sigmoid(8*X1 + 4*X2 - 6))
#> saved one-neuron.png: image 200x200 gray ... 0 clipped
```

Open `out/one-neuron.png`. The edge is a straight line, and it always is: it is the set of all $x$ with
$b + \sum_i w_i x_i = 0$. So a neuron is a decision, and a layer of neurons is a list of decisions, one for each row of
a matrix:

$$ h_k \begin{cases} > 0 & w_k \cdot x + b_k > 0 \\ = 0 & w_k \cdot x + b_k \le 0 \end{cases} $$

```cl {id=decisions slide="S2-04"}
W = [[1, -1], [2, 1]]
b = [0, -3]
decide = x -> relu(W @ x + b)
decide([1, 2])      #> [0, 1]
decide([2, 1])      #> [1, 2]
decide([1, 1])      #> [0, 0]
sigmoid(W @ [1, 1] + b)      #> [0.5, 0.5]
```

The third point lies exactly on both edges. The slide writes "$< 0$" in its second line and leaves such points out; they
belong to it. And what it says holds for ReLU and for the unit step. A sigmoid is never 0: it says "perhaps".

## 2. The question that one neuron cannot answer

*Is exactly one of the two inputs on?* Four cases, called XOR:

```cl {id=xor-cases}
cases = [[0, 0], [0, 1], [1, 0], [1, 1]]
wanted = [0, 1, 1, 0]
```

Try every neuron whose weights and bias lie between -3 and 3, a quarter apart, and count how many of the four cases it
gets right. That is 15,625 neurons, and with broadcasting four lines:

```cl {id=one-layer slide="S4-03" predict="Four cases. How many does the best of the 15,625 neurons get right?"}
steps = linspace(-3, 3, 25)
w1, w2, bias = steps[:, None, None], steps[None, :, None], steps[None, None, :]
right = zeros(25, 25, 25)
for i in range(4):
    fires = w1 * cases[i, 0] + w2 * cases[i, 1] + bias > 0
    right += fires == (wanted[i] == 1)
right.size          #> 15625
max(right)          #> 3
sum(right == 3)     #> 2236
```

Three, and a finer grid would not help. Suppose a neuron had all four. From the case (0, 0) we know $b \le 0$, from the
two cases in the middle $w_1 + b > 0$ and $w_2 + b > 0$. Add those two: $w_1 + w_2 + 2b > 0$, so

$$ w_1 + w_2 + b > -b \ge 0 $$

and the neuron fires for (1, 1), where it should not. On paper: no straight line has two opposite corners of a square on
one side and the other two on the other.

Two lines do. One neuron says OR, another NAND ("not both"), and a third one asks whether both of them fire. The slide
numbers the weights like this, with $\sigma$ for the sigmoid (it prints $\delta$):

$$ z_1 = \sigma(w_1 x_1 + w_3 x_2 + b_1) \qquad z_2 = \sigma(w_2 x_1 + w_4 x_2 + b_2) \qquad
\hat{y} = \sigma(w_5 z_1 + w_6 z_2 + b_3) $$

Its network is a lost picture, so these weights are ours.

```cl {id=two-layers slide="S4-04" digits=6}
def three_neurons(w, b, x1, x2):
    z1 = sigmoid(w[0]*x1 + w[2]*x2 + b[0])
    z2 = sigmoid(w[1]*x1 + w[3]*x2 + b[1])
    return sigmoid(w[4]*z1 + w[5]*z2 + b[2])

w = [20, -20, 20, -20, 20, 20]       # or, nand; and
b = [-10, 30, -30]
def answers(w, b):
    return [three_neurons(w, b, case[0], case[1]) for case in cases]
answers(w, b)
#> [0.000045, 0.999955, 0.999955, 0.000045]
save_png("xor.png", three_neurons(w, b, X1, X2))
#> saved xor.png: image 200x200 gray ... 0 clipped
```

`out/xor.png` shows a bright band between two parallel cliffs. How many layers does XOR need, the deck asks, and gives
no answer. **Two** layers of weights, one of them hidden, with two units:

```cl {id=how-many slide="S4-05"}
(w.size, b.size, w.size + b.size)      #> (6, 3, 9)
expect max(right) < 4                   # without a hidden layer
expect max(abs(answers(w, b) - wanted)) < 1e-4
```

## 3. Layers

With more units the letters get too many, so a layer keeps its weights in a matrix. Layer $k$ takes the activations
$h^{(k-1)}$ of the one before, and $h^{(0)} = x$:

$$ a^{(k)}(x) = b^{(k)} + W^{(k)} h^{(k-1)}(x) \qquad h^{(k)}(x) = g\big(a^{(k)}(x)\big) $$

The last layer has an activation of its own, $o$. For a choice among classes that is the softmax, whose outputs are
positive and sum to 1. A network with one hidden layer, by hand:

```cl {id=pre-activation slide="S3-01"}
W1, b1 = [[1, -1], [2, 0.5]], [0.5, -1]
W2, b2 = [[1, -2], [0.5, 1]], [0, 0.25]
x = [1, 2]
a1 = b1 + W1 @ x
a1                   #> [-0.5, 2]
```

```cl {id=activation slide="S3-02" digits=6}
h1 = relu(a1)
a2 = b2 + W2 @ h1
f = softmax(a2)
h1                   #> [0, 2]
a2                   #> [-4, 2.25]
f                    #> [0.001927, 0.998073]
sum(f)               #> 1
```

The first hidden unit is off: for this $x$ the network does not know that it exists. (That will matter in lesson 03.)

"Could have $L$ hidden layers", says the slide. A list of layers and a loop, and there is nothing more to it:

```cl {id=any-depth slide="S3-03" predict="A network with layers of 2, 3, 3 and 2 numbers: how many parameters has it?"}
def network(layers, x):
    h = x
    for k in range(len(layers)):
        W, b = layers[k]
        a = b + W @ h
        h = relu(a) if k < len(layers) - 1 else softmax(a)
    return h
expect network(((W1, b1), (W2, b2)), [1, 2]) ~ f

def new_network(sizes):
    return tuple([(randn(m, n), zeros(m)) for n, m in zip(sizes[:-1], sizes[1:])])
deep = new_network([2, 3, 3, 2])
len(deep)                                #> 3
sum(network(deep, [1, 2]))               #> 1
sum([W.size + b.size for W, b in deep])  #> 29
sum([(n + 1) * m for n, m in ((2, 3), (3, 3), (3, 2))])      #> 29
```

A unit with $n$ inputs has $n + 1$ parameters, the bias being the last.

### What a hidden layer can draw

Take one number in and one number out, and the second layer becomes a sum of shapes:

$$ \hat{y} = b_2 + \sum_j W_j h_j $$

With ReLU each $h_j$ is a ramp that starts somewhere. Ramps add up to straight pieces:

```cl {id=piecewise-linear slide="S2-02"}
starts = [0, -1, -2]
heights = [1, -2, 2]
def curve(x, g):
    return 0.5 + sum([heights[j] * g(x + starts[j]) for j in range(3)])
[curve(x, relu) for x in [-1, 0, 0.5, 1, 1.5, 2, 3]]
#> [0.5, 0.5, 1, 1.5, 1, 0.5, 1.5]
steepness = x -> (curve(x + 0.25, relu) - curve(x - 0.25, relu)) / 0.5
[steepness(x) for x in [-0.5, 0.5, 1.5, 2.5]]
#> [0, 1, -1, 1]
```

With the unit step each $h_j$ is a stair, and the sum is a staircase. The sign function makes one, too:

```cl {id=piecewise-constant slide="S2-03" predict="The same three units with steps instead of ramps: what is the curve at 1.5?"}
[curve(x, step) for x in [-0.5, 0.5, 1.5, 2.5]]      #> [0.5, 1.5, -0.5, 1.5]
[curve(x, sign) for x in [-0.5, 0.5, 1.5, 2.5]]      #> [-0.5, 1.5, -2.5, 1.5]
[sigmoid(0.5), sigmoid(100 * 0.5)]                   #> [0.6225, 1.0000]
[tanh(0.5), tanh(5)]                                 #> [0.4621, 0.9999]
```

The last two lines are how the smooth ones come in: a sigmoid with large weights is nearly a step, tanh nearly a sign.
*Nearly* is the point. On a stair you cannot feel which way is down.

## 4. How wrong is it?

To improve a network we need a number that says how wrong it is, the **loss**. The obvious one is to count mistakes.
Take three points on a line, the classes 0, 1, 1, and a model that says 1 where $w x > 0.5$:

```cl {id=zero-one slide="S3-07" predict="Between w = 0.4 and w = 0.45 the model gets better. Does the count of its mistakes?"}
points = [-1, 1, 2]
labels = [0, 1, 1]
error_rate = w -> mean((w * points > 0.5) != (labels == 1))
[error_rate(w) for w in [0.4, 0.45, 0.6]]
#> [0.3333, 0.3333, 0]
(error_rate(0.45 + 1e-6) - error_rate(0.45 - 1e-6)) / 2e-6      #> 0
```

The rate of mistakes is a staircase, and its slope is 0: it knows that we are wrong, and not which way is better. So
we minimise something smooth in its place, a **surrogate**.

### Likelihood

Let the network's outputs be probabilities, $f_c = p(y = c \mid x)$. Good weights make the observed classes probable.
The probability of the whole training set is a product, and products of many probabilities do not fit into a computer:

```cl {id=underflow slide="S3-10" digits=7}
probabilities = full(400, 0.1)
prod(probabilities)             #> 0
-sum(log(probabilities))        #> 921.0340372
```

10 to the power of -400 is not 0, but no `float64` is as small as that. The logarithm turns the product into a sum, and
has its maximum at the same place. A coin falls three times heads and once tails:

```cl {id=same-place slide="S3-11"}
p = arange(1, 100) / 100
likelihood = p**3 * (1 - p)
nll = -(3*log(p) + log(1 - p))
(p[argmax(likelihood)], p[argmin(nll)])      #> (0.75, 0.75)
```

So the loss of one example is the **negative log-likelihood**, also called cross-entropy. The slide writes it as a sum
over classes of which all but one vanish:

$$ \ell(f, y) = -\sum_c 1_{y = c} \ln f_c = -\ln f_y $$

```cl {id=nll slide="S3-09" digits=6}
f = [0.2, 0.5, 0.3]
y = 1
-sum(one_hot(y, 3) * log(f))    #> 0.693147
-log(f[y])                      #> 0.693147
```

### Is it an upper bound?

The slide calls the loss a surrogate, "e.g. upper bound", and on the next slide takes the natural logarithm. Together
that is not right. If the true class has probability 0.4 and another one 0.6, the network is wrong, and the count of
mistakes is 1:

```cl {id=upper-bound slide="S3-08" digits=6}
-ln(0.4)            #> 0.916291
-log2(0.4)          #> 1.321928
-ln(0.5) / ln(2)    #> 1
```

0.916 is no upper bound of 1. A wrong answer has $p_y \le 1/2$, where $-\ln p_y$ may be as small as 0.693. Divided by
$\ln 2$, that is, with the logarithm to base 2, it is at least 1, and the bound holds. For training the factor is of no
consequence, which is why nobody misses it.

### Squares, and why not

The oldest loss is the squared error, $(\hat{y} - y)^2$. If several examples have the same $x$, no network can get all
of them right. The best compromise is their mean, and this is what "MSE achieves $\hat{y} = E[y \mid x]$" says:

```cl {id=mse slide="S2-06"}
observed = [0, 1, 1, 1]
guesses = arange(1, 100) / 100
mse = [mean((observed - g)**2) for g in guesses]
bce = [-mean(observed * log(g) + (1 - observed) * log(1 - g)) for g in guesses]
(guesses[argmin(mse)], guesses[argmin(bce)])      #> (0.75, 0.75)
mean(observed)                                    #> 0.75
```

Binary cross-entropy (BCE) wants the same 0.75. The difference is in the slopes. Let $z$ go into a sigmoid and
$p = \sigma(z)$ come out, and let the truth be 1. The program can tell us the derivatives as formulas:

```cl {id=bce-slopes slide="S2-07" digits=9 predict="z = -10: the network is sure, and wrong. Which loss pulls harder?"}
by_bce = symbolic(z -> -ln(sigmoid(z)))
by_mse = symbolic(z -> (sigmoid(z) - 1)**2)
by_bce
#> -(1 - sigmoid(z))
by_mse
#> 2 * (sigmoid(z) - 1) * sigmoid(z) * (1 - sigmoid(z))
(by_bce(-10), by_mse(-10))      #> (-0.999954602, -0.000090787)
(by_bce(0), by_mse(0))          #> (-0.5, -0.25)
expect by_bce(-10) ~ sigmoid(-10) - 1
```

A network that is sure and wrong should learn a lot. With the squared error it learns next to nothing: the factor
$\sigma(z)\,(1 - \sigma(z))$ has gone to sleep. This is the *vanishing gradient* of an output layer. In BCE the factor
cancels, and what remains is $p - y$. With a softmax and cross-entropy it is the same story:

```cl {id=ce-slopes slide="S2-08" digits=9}
a = [0, 10]                             # the truth is class 0
p = softmax(a)
def slope(loss, i):                     # by a small step in each direction
    up, down = a, a
    up[i] += 1e-5
    down[i] -= 1e-5
    return (loss(up) - loss(down)) / 2e-5
cross_entropy_loss = a -> logsumexp(a) - a[0]
squared_loss = a -> sum((softmax(a) - [1, 0])**2)
p - [1, 0]                                       #> [-0.999954602, 0.999954602]
expect [slope(cross_entropy_loss, i) for i in [0, 1]] ~ p - [1, 0] within 1e-8
expect [slope(squared_loss, i) for i in [0, 1]] ~ [-0.000181574987, 0.000181574987] within 1e-10
```

All of this is for training. Once the network is in a telephone, nobody needs the probabilities, and the last layer can
be replaced by something cheaper that decides the same:

```cl {id=after-training slide="S2-09"}
scores = [1, 3, 2]
(argmax(softmax(scores)), argmax(scores))      #> (1, 1)
z = [-2, 2]
step(z)              #> [0, 1]
sign(z)              #> [-1, 1]
expect step(z) == (sigmoid(z) > 0.5)
expect sign(z) == sign(tanh(z))
```

The slide says that softmax becomes *max*. What is wanted is not the largest score but where it stands: *argmax*.

## 5. What do we minimise, exactly?

Take the smallest model there is, $f(x) = w x$, three examples, and squared errors.

```cl {id=three-examples}
X = [1, 2, 3]
Y = [2, 3, 5]
errors = w -> (w * X - Y)**2
errors(1)            #> [1, 1, 4]
```

*Empirical risk minimisation* takes the mean over the $T$ examples and adds a **regulariser**, which dislikes large
weights. Here $\Omega = w^2$ and $\lambda = 0.1$:

$$ \arg\min_\theta \; \frac1T \sum_t \ell\big(f(x^{(t)}; \theta), y^{(t)}\big) + \lambda\, \Omega(\theta) $$

```cl {id=empirical-risk slide="S3-04"}
risk = (w, lam=0.1) -> mean(errors(w)) + lam * w**2
risk(1)              #> 2.1
```

The next slide, the *recipe*, drops $1/T$ and $\Omega$; a third one keeps the sum and the regulariser. For this model
each has its minimum where a line of school algebra says, and the three are not the same:

```cl {id=three-objectives slide="S3-05" digits=6 predict="Mean or sum, with lambda or without: do all three have one minimum?"}
minimum = lam -> sum(X * Y) / (sum(X**2) + lam)
[minimum(0), minimum(3 * 0.1), minimum(0.1)]
#> [1.642857, 1.608392, 1.631206]
[23/14, 23/14.3, 23/14.1]
#> [1.642857, 1.608392, 1.631206]
grid = linspace(1.5, 1.8, 3001)
best = objective -> grid[argmin([objective(w) for w in grid])]
expect best(w -> sum(errors(w))) ~ minimum(0) within 1e-4
expect best(risk) ~ minimum(0.3) within 1e-4
expect best(w -> sum(errors(w)) + 0.1 * w**2) ~ minimum(0.1) within 1e-4
```

They agree only if $\lambda = 0$, or if you take $T$ times the $\lambda$ when you take the sum. When two programs
disagree about the best $\lambda$, this is the first place to look.

The slope of the third objective at $w = 1$, as the "overview" slide wants it:

```cl {id=overview slide="S3-26"}
term = symbolic((w, x, y) -> (w*x - y)**2, "w")
term                 #> 2 * x * (w * x - y)
sum([term(1, x, y) for x, y in zip(X, Y)]) + 2 * 0.1 * 1      #> -17.8
```

## 6. Weights should be small

The two usual regularisers of a network sum over all weights of all layers. Biases are left out, since moving a ridge
does not make it steeper.

$$ L_2:\ \Omega = \sum_k \sum_{i,j} \big(W^{(k)}_{ij}\big)^2 = \sum_k \lVert W^{(k)} \rVert_F^2 \qquad
L_1:\ \Omega = \sum_k \sum_{i,j} \big|W^{(k)}_{ij}\big| $$

```cl {id=l2 slide="S3-12"}
weights = ([[1, -2], [0, 3]], [[0.5, -1]])
sum([sum(W**2) for W in weights])        #> 15.25
sum([norm(W)**2 for W in weights])       #> 15.25
```

There is no 1/2 in front, so the derivative is $2W$, and a step of size $\alpha$ shrinks every weight by the same
factor. Hence the name *weight decay*:

```cl {id=decay slide="S3-13"}
W = weights[0]
2 * W                                    #> [[2, -4], [0, 6]]
alpha, lam = 0.1, 0.1
1 - 2 * alpha * lam                      #> 0.98
expect W - alpha * lam * (2 * W) ~ 0.98 * W
```

```cl {id=l1 slide="S3-15"}
sum([sum(abs(W)) for W in weights])      #> 7.5
```

Squares punish large weights much and small ones hardly at all; absolute values never let go. So $L_1$ makes weights
*exactly* 0 and $L_2$ does not. One weight that would like to be 0.3, with either penalty:

```cl {id=sparse slide="S3-16" predict="Where is the minimum of (w - 0.3)^2 + |w|?"}
grid = linspace(-1, 1, 2001)
grid[argmin((grid - 0.3)**2 + abs(grid))]      #> 0
grid[argmin((grid - 0.3)**2 + grid**2)]        #> 0.15
```

Not *small*: 0. The corner of $|w|$ at 0 has slope -1 on one side and +1 on the other, and as long as the data pulls
with less than that, $w$ stays in the corner. A program that follows slopes never sees it. It steps across and back:

```cl {id=hovering}
w = 0.3
for i in range(1000): w -= 0.02 * (2*(w - 0.3) + sign(w))
0 < abs(w) < 0.05    #> True
```

The exercise at the end does better.

Both penalties have a second reading. Believe, before you see any data, that weights come from a Gaussian with standard
deviation $s$. Its negative logarithm is $w^2/(2s^2)$ and a constant: an $L_2$ penalty with $\lambda = 1/(2s^2)$. For a
Laplace distribution of width $b$ it is $|w|/b$, an $L_1$ penalty.

```cl {id=gaussian slide="S3-14"}
gaussian_density = (w, s) -> exp(-w**2 / (2 * s**2)) / (s * sqrt(2 * pi))
-ln(gaussian_density(3, 2)) + ln(gaussian_density(0, 2))      #> 1.125
3**2 / (2 * 2**2)                                             #> 1.125
```

```cl {id=laplace slide="S3-17"}
laplace_density = (w, b) -> exp(-abs(w) / b) / (2 * b)
-ln(laplace_density(3, 2)) + ln(laplace_density(0, 2))        #> 1.5
```

## 7. Downhill

The **gradient** collects the slopes in all directions. For this bowl it is $(2 t_1, 6 t_2)$:

```cl {id=bowl}
bowl = t -> t[0]**2 + 3 * t[1]**2
bowl_gradient = t -> [2 * t[0], 6 * t[1]]
start = [1, 1]
bowl(start)          #> 4
bowl_gradient(start) #> [2, 6]
```

Of all directions, the function falls fastest along the negative gradient. Do not believe it, try all 360 degrees:

```cl {id=compass slide="S3-20"}
degrees = arange(360)
directions = [[cos(d * pi / 180), sin(d * pi / 180)] for d in degrees]
degrees[argmin([bowl(start + 1e-4 * d) for d in directions])]      #> 252
180 + arctan(6/2) * 180 / pi                                       #> 251.5651
```

So we walk against it, a little at a time, and the little has a name, the **learning rate**:

$$ \theta_{n+1} = \theta_n - \gamma\, \nabla f(\theta_n) $$

```cl {id=one-step slide="S3-21" predict="A step of 1 instead of 0.1: are we ten times as fast?"}
step_from = (t, rate) -> t - rate * bowl_gradient(t)
step_from(start, 0.1)                #> [0.8, 0.4]
bowl(step_from(start, 0.1))          #> 1.12
bowl(step_from(start, 1))            #> 76
```

"For small enough $\gamma$", says the slide, and means it. A step of 1 overshoots to the far side of the valley and
ends nineteen times as high as it began. Small ones go down and down:

```cl {id=monotone slide="S3-22" digits=6}
def path(rate, steps):
    t = start
    heights = [bowl(t)]
    for i in range(steps):
        t = step_from(t, rate)
        heights.append(bowl(t))
    return heights
path(0.1, 4)         #> [4, 1.12, 0.4864, 0.274432, 0.169738]
path(0.33, 200)[-1] < 1e-3           #> True
path(0.34, 200)[-1] > 1e3            #> True
```

The bound for this bowl is $2/6 = 1/3$, and 6 is the steepest curvature it has. On either side of it lie success and
disaster.

The same rule with the slide's learning rate 0.02, for one parameter of a network:

```cl {id=one-parameter slide="S2-05" digits=6}
u = 1
history = []
for i in range(200):
    u -= 0.02 * 2 * (u - 3)          # the derivative of (u - 3)**2
    history.append(u)
history[:3]          #> [1.08, 1.1568, 1.230528]
history[-1]          #> 2.999431
```

### Where the walk ends

In a valley, and not always the same one. $z^4 - 2z^2$ has two:

```cl {id=two-valleys slide="S3-23"}
valley = symbolic(z -> z**4 - 2*z**2)
valley               #> 4 * z**3 - 4 * z
def walk(z):
    for i in range(500): z -= 0.05 * valley(z)
    return z
walk(0.5)            #> 1
walk(-0.5)           #> -1
walk(0)              #> 0
```

The last walker stands on the hill between the valleys, where the slope is 0, and never moves. "Converges to a local
minimum" is true of almost every start. Not of that one.

### How long should a step be?

The step can be chosen anew each time, by searching along the line. For the bowl the best length is a formula; a
practical search tries 1 and halves it until the gain is worth the step. (The slide says *line search* and not which;
this one is Armijo's, with $c = 1/2$.)

```cl {id=line-search slide="S3-24" digits=6}
g = bowl_gradient(start)
exact = dot(g, g) / (2 * g[0]**2 + 6 * g[1]**2)
exact                                #> 0.178571
bowl(step_from(start, exact))        #> 0.428571
rate = 1
while bowl(step_from(start, rate)) > bowl(start) - 0.5 * rate * dot(g, g): rate = rate / 2
rate                                 #> 0.125
```

Nothing in all this depends on two dimensions. In a hundred, the rule is the same line:

```cl {id=dimensions slide="S3-25"}
def descend(dimension):
    t = ones(dimension)
    for i in range(100): t -= 0.1 * 2 * t
    return norm(t)
for dimension in [1, 5, 100]: expect descend(dimension) ~ sqrt(dimension) * 0.8**100 within 1e-12
descend(100) < 3e-9  #> True
```

## 8. Learning

Now put loss and step together. *Stochastic* gradient descent does not wait for the whole training set: it looks at one
example, takes a step, and goes on to the next.

```cl {id=sgd-step slide="S3-06"}
w = 1
w - 0.1 * term(w, 1, 2)              #> 1.2
```

With a regulariser, in the notation of the slide, the step is $\Delta = -\nabla \ell - \lambda \nabla \Omega$ and then
$\theta \leftarrow \theta + \alpha \Delta$:

```cl {id=delta slide="S3-18"}
theta, lam, alpha = 1, 0.1, 0.1
delta = -term(theta, 1, 2) - lam * 2 * theta
delta                                #> 1.8
theta + alpha * delta                #> 1.18
```

Two earlier slides print this algorithm without the line that defines $\Delta$, and begin it with "Initialize
$(x^{(t)}, y^{(t)})$". The examples are given; what is initialised is $\theta$.

One pass over all examples is an **epoch**, so two epochs of three examples make six updates:

```cl {id=epochs slide="S3-19" digits=6}
theta = 0
updates = 0
for epoch in range(2):
    for x, y in zip(X, Y):
        theta -= 0.05 * term(theta, x, y)
        updates += 1
updates              #> 6
theta                #> 1.656888
```

The best $w$ was 1.642857. SGD comes near it and then keeps fidgeting around it, since each example pulls its own way.

### The whole loop

The recipe of the other deck has six lines: take data; initialise at random; go forward; measure the loss; go back and
improve; repeat until it stops changing. Two clouds of points, one neuron, and the $p - y$ that section 4 has earned us:

```cl {id=clouds slide="S2-01"}
seed(2)
near = randn(40, 2) + [-1, -1]
far = randn(40, 2) + [1.5, 1]
X = concat([near, far])                          # 1. data
y = concat([zeros(40), ones(40)])
w, b = 0.1 * randn(2), 0                         # 2. random weights

losses = []
while len(losses) < 2 or losses[-2] - losses[-1] > 1e-5:
    p = sigmoid(X @ w + b)                       # 3. forward
    losses.append(-mean(y * log(p) + (1 - y) * log(1 - p)))      # 4. loss
    w -= 0.5 * (X.T @ (p - y)) / 80              # 5. back, and a step
    b -= 0.5 * mean(p - y)                       # 6. repeat
expect losses[-1] < 0.5 * losses[0]
expect all(losses[1:] < losses[:-1])
expect mean((p > 0.5) == (y == 1)) > 0.9
len(losses) < 2000                               #> True
```

The loss fell in every single step and stopped by itself, and more than nine of ten points are on the right side of the
line. Look at what it has learned, with the points drawn in:

```cl {id=clouds-picture}
side = linspace(-4, 4, 240)
G1, G2 = meshgrid(side, side)
image = 0.25 + 0.5 * sigmoid(w[0] * G1 + w[1] * G2 + b)
for i in range(80):
    row, column = int((X[i, 1] + 4) * 30), int((X[i, 0] + 4) * 30)
    image[max(0, row - 2):row + 3, max(0, column - 2):column + 3] = y[i]
save_png("clouds.png", flip(image, axis=0))
#> saved clouds.png: image 240x240 gray ... 0 clipped
```

That was one neuron, and its slope fitted into half a line. For the network of section 2 we would need nine slopes, for
a useful one a million. How to get all of them for the price of a few forward passes is the subject of the next lesson.
It begins with a picture, so here it is: the squared loss of one neuron, step by step from left to right, values in
green. The red numbers are the slopes. Each was made from the one to its right and the number on the arrow between them.
Can you see how?

```cl {id=preview}
squared = (w, x, b, y) -> (sigmoid(w*x + b) - y)**2
save_graph("one-neuron.svg", graph(squared)(2, 3, -5, 0))
#> saved one-neuron.svg: graph of 9 nodes and 8 arrows
symbolic(squared, "w")(2, 3, -5, 0)      #> 0.8624
```

## Your turn

XOR had a sister: *are both inputs the same?* Three neurons can do it. Which weights?

```cl {exercise=same}
def same_weights():
    # w1..w6 and b1..b3, numbered as in section 2
    ...
```
```cl {test=same points=2 name="the four cases"}
w, b = same_weights()
round(answers(w, b))                                  #> [1, 0, 0, 1]
```
```cl {test=same points=1 hidden name="and surely"}
w, b = same_weights()
max(abs(answers(w, b) - [1, 0, 0, 1])) < 0.1          #> True
```
```hint {for=same after=1}
The first layer can stay as it is. Which neuron would turn yes into no?
```
```solution {for=same}
def same_weights():
    return ([20, -20, 20, -20, -20, -20], [-10, 30, 30])
```

And the corner of section 6, in which plain gradient descent hovers. The *proximal* step takes the slope of the smooth
part only, and then moves $w$ towards 0 by $\alpha\lambda$, but never past it.

```cl {exercise=proximal}
def proximal_step(w, slope, alpha, lam):
    # one step for a loss with this slope at w, plus lam * abs(w); for tensors as well
    ...
```
```cl {test=proximal points=2 name="exactly zero"}
w = 0.5
for i in range(1000): w = proximal_step(w, 2 * (w - 0.3), 0.02, 1)
w                                                     #> 0
```
```cl {test=proximal points=2 name="elsewhere as it should be"}
w = 0
for i in range(2000): w = proximal_step(w, 2 * (w - 2), 0.02, 1)
w                                                     #> 1.5
proximal_step([1, -1, 0.05], [0, 0, 0], 0.1, 1)       #> [0.9, -0.9, 0]
```
```cl {test=proximal points=1 hidden name="many weights at once"}
w = zeros(4)
for i in range(2000): w = proximal_step(w, 2 * (w - [3, -3, 0.2, -0.4]), 0.05, 1)
w                                                     #> [2.5, -2.5, 0, 0]
```
```hint {for=proximal after=1}
First `w - alpha * slope`. Then keep the sign and make the size smaller: `maximum(0, ...)` stops at zero.
```
```solution {for=proximal}
def proximal_step(w, slope, alpha, lam):
    moved = w - alpha * slope
    return sign(moved) * maximum(0, abs(moved) - alpha * lam)
```
