[[1, 2], [3, 4]].size  #> 4
[[1, 2], [3, 4]].size()
#! call-size: x.shape
