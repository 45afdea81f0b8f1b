def fact(n): return 1 if n <= 1 else n * fact(n - 1)
fact(10)  #> 3628800
fib(n) = n if n < 2 else fib(n - 1) + fib(n - 2)
fib(15)  #> 610
