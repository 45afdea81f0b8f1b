def adder(n):
    def add(x): return x + n
    return add
add3 = adder(3)
add5 = adder(5)
add3(1)  #> 4
add5(1)  #> 6
