C = reshape(arange(18), (2, 3, 3))
trace(conv2d, C, ones(1, 2, 2, 2), at=(0, 0, 1))
#> channel 0
#> window [0:2, 1:3]  kernel  products
#> 1 2                1 1     1 2
#> 4 5                1 1     4 5
#> channel 1
#> window [0:2, 1:3]  kernel  products
#> 10 11              1 1     10 11
#> 13 14              1 1     13 14
#> sum 60
t = trace(conv2d, C, ones(1, 2, 2, 2), at=(0, 0, 1))
t.products.shape  #> (2, 2, 2)
t.value           #> 60
trace(conv1d, [1, 2, 3, 4, 5], [1, 0, -1], dilation=2, at=0)
#> window [0:5:2]  kernel  products
#> 1 3 5           1 0 -1  1 0 -5
#> sum -4
trace(max_pool1d, [1, 5, 2, 4], 2, at=1)
#> window [2:4]
#> 2 4
#> max 4 at (3,)
