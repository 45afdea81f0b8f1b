grad(grad(grad(x -> x**5)))(2)          #> 240
hessian(x -> x[0]**2 * x[1])([1, 2])    #> [[4, 2], [2, 0]]
jacobian(grad(x -> sum(x**3)))([1, 2])  #> [[6, 0], [0, 12]]
grad(x -> grad(y -> x * y**2)(3))(2)    #> 6
grad(x -> x * grad(y -> x * y)(1))(3)   #> 6
f(x, y) = x**2 * y**3
grad(grad(f, wrt="y"), wrt="x")(2, 3)   #> 108
hessian(f, wrt="all")(2, 3)             #> ((54, 108), (108, 72))
jvp(grad(x -> x**3), 2, 1)              #> (12, 12)
# nothing accumulates
g = grad(x -> x**2)
(g(3), g(3), g(3))                      #> (6, 6, 6)
# the same random numbers in each evaluation, one evaluation's in the end
seed(1)
noisy = x -> x * rand()
noisy(1)
after = rand()
seed(1)
agree numgrad(noisy)(2), grad(noisy)(2) within 1
seed(1)
numgrad(noisy)(1);
rand() == after    #> True
