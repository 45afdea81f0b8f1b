def extremes(x): return min(x), max(x)
lo, hi = extremes([3, 1, 2])
lo  #> 1
hi  #> 3
