A = zeros((2, 3, 4))
print(A.shape, A.size, A.ndim, A.T.shape)
#> (2, 3, 4) 24 3 (4, 3, 2)
print(A.reshape(6, 4).shape, A[0].shape, len(A))
#> (6, 4) (3, 4) 2
print(concat((ones((2, 2)), zeros((1, 2)))).shape)
#> (3, 2)
