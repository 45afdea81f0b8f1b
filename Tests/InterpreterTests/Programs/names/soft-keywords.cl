check = 1
layer = 2
use = 3
within = 4
error = 5
check + layer + use + within + error  #> 15
for layer in [1, 2]: pass
