set_default_dtype(float32)
[1, 2].dtype  #> float32
zeros(2).dtype  #> float32
set_default_dtype(float64)
[1, 2].dtype  #> float64
