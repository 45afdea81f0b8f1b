A = zeros(2, 3)
A.shape  #> (2, 3)
A.T.shape  #> (3, 2)
A.size  #> 6
A.ndim  #> 2
A.dtype  #> float64
(5).shape  #> ()
