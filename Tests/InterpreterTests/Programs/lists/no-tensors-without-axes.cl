x = [1, 2]
x[0].shape  #> ()
sum(x).shape  #> ()
reshape(3, ()).shape  #> ()
reshape([3], ())  #> 3
