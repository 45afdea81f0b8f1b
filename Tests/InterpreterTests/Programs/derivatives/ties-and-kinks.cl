grad(x -> max(x))([1, 3, 3])            #> [0, 1, 0]
grad(x -> min(x))([2, 1, 1])            #> [0, 1, 0]
grad(relu)(0)                           #> 0
grad(abs)(0)                            #> 0
grad(x -> sign(x) + step(x))(0)         #> 0
grad(x -> x**0)(0)                      #> 0
grad(x -> x**2)(0)                      #> 0
grad(x -> sum(max_pool2d(x, 2)))([[1, 1], [1, 1]])    #> [[1, 0], [0, 0]]
gradcheck(x -> sum(relu(x)), [1, 0, -1]).ok == None   #> True
