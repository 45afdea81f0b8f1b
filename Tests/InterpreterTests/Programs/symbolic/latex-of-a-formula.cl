f(x1, x2) = ln(x1) + x1*x2 - sin(x2)
print(latex(f))  #> \ln x_1 + x_1 x_2 - \sin x_2
print(latex(symbolic(f, "x1")))  #> \frac{1}{x_1} + x_2
print(latex(symbolic(x -> 1/x)))  #> -\frac{1}{x^2}
print(latex("1 / (1 + exp(-a))"))  #> \frac{1}{1 + e^{-a}}
print(latex("alpha * w_out**2 / (yhat - y1)"))  #> \frac{\alpha w_{\mathrm{out}}^2}{\hat{y} - y_1}
print(latex("sin(x)**2 + cos(2*x)**2 * y"))  #> \sin^2 x + \cos^2\left(2 x\right) y
print(latex("(a - b) * 2 - (-a)"))  #> \left(a - b\right) \cdot 2 - \left(-a\right)
print(latex(x -> x if x > 0 else 0.1*x))  #> \begin{cases} x & \text{if } x > 0 \\ 0.1 x & \text{otherwise} \end{cases}
print(latex("sin(x) * y"))  #> \sin x \cdot y
print(latex("(a/b)**2"))  #> \left(\frac{a}{b}\right)^2
print(latex("1e-7 * x"))  #> 1 \cdot 10^{-7} x
print(latex("f(g(x)) + softplus(x1)"))  #> f\left(g\left(x\right)\right) + \mathrm{softplus}\left(x_1\right)
print(latex("x @ y"))
#! grad-symbolic: a product of matrices
