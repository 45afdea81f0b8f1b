gradcheck(x -> sum(relu(x)), [1, 0, -1])
#> inconclusive at x[1]: relu has a kink between x-h and x+h; 2 other elements ok
gradcheck(x -> sum(abs(2 * x - 2)), [1, 3])
#> inconclusive at x[0]: abs has a kink between x-h and x+h; 1 other element ok
gradcheck(x -> max(x * [1, 2]), [2, 1]).ok == None  #> True
