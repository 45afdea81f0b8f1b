x = [1, 2].float32()
x.dtype  #> float32
x.float64().dtype  #> float64
float32(0.1) == 0.1  #> False
