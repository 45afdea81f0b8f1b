H, W = zeros(2, 3).shape
H  #> 2
W  #> 3
