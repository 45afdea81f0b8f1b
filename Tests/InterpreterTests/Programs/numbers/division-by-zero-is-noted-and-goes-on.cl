1 / 0  #> inf
-1 / 0  #> -inf
expect isnan(0 / 0)
[1, 0] / 0  #> [inf, nan]
