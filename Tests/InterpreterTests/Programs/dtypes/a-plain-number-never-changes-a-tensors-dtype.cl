x = zeros(2, dtype=float32)
(x + 1.5).dtype  #> float32
(1e300 * x).dtype  #> float32
