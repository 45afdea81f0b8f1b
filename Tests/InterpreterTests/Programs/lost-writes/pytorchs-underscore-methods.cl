x = zeros(2)
x.add_(1)
#! lost-write: `x.add_(...)` changes nothing here
x += 1
x  #> [1, 1]
