[1, 2].dtype  #> float64
zeros(2).dtype  #> float64
([1, 2] > 1).dtype  #> bool
