W1 = zeros(2, 3); W2 = zeros(3, 4)
L = [W1, W2]
len(L)  #> 2
L[1].shape  #> (3, 4)
