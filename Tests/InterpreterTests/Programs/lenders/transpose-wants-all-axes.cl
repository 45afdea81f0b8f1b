x = zeros(2, 3, 4)
transpose(x, (2, 0, 1)).shape  #> (4, 2, 3)
transpose(x, 0, 1)
#! shape-axis: swap_axes
