transpose(zeros(2, 3, 4)).shape  #> (4, 3, 2)
zeros(2, 3, 4).T.shape  #> (4, 3, 2)
