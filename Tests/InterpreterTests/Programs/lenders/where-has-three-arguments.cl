x = [3, -1, 2]
where(x > 0, x, 0)  #> [3, 0, 2]
where(x > 0)
#! call-missing: where needs a value for `x`
nonzero(x > 0)
