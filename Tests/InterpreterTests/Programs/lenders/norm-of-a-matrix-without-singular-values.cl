A = [[1, 2], [3, 4]]
norm(A, ord="fro")  #> 5.4772
norm(A, ord=1)  #> 6
norm(A, ord=2)
#! value-order: a matrix norm has ord 1, -1, inf, -inf and "fro"
norm(A, ord=-2)
#! value-order
norm(A, ord="nuc")
#! value-word
