f(x, y) = x + y
f(1)
#! call-missing: f needs a value for `y`
