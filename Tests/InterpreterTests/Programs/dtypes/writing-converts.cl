x = zeros(2, dtype=float32)
x[0] = 0.1
x.dtype  #> float32
