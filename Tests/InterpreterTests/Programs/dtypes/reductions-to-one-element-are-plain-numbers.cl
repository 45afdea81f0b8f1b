sum([1, 2].float32())  #> 3
mean([1, 2]).shape  #> ()
