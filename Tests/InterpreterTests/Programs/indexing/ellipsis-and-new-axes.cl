A = reshape(arange(8), (2, 2, 2))
A[..., 0]  #> [[0, 2], [4, 6]]
[1, 2][None].shape  #> (1, 2)
[1, 2][:, None].shape  #> (2, 1)
