x = [1, 2].float32()
x.dtype  #> float32
(x * 2).dtype  #> float32
(x + [1, 2]).dtype  #> float64
(x * 0.1)[0] * 10  #> 1.0000
