# beyond the border stands what the operation reads there
trace(max_pool2d, [[1, 3], [5, 6]], 2, padding=1, at=(0, 0))
#> window [-1:1, -1:1]
#> -inf -inf
#> -inf    1
#> max 1 at (0, 0)
trace(conv2d, [[1, 2], [3, 4]], ones(3, 3), padding=1, padding_mode="replicate", at=(0, 0)).window
#> [[1, 1, 2], [1, 1, 2], [3, 3, 4]]
trace(avg_pool2d, [[1, 3], [5, 6]], 2, padding=1, at=(0, 0))
#> window [-1:1, -1:1]
#> 0 0
#> 0 1
#> mean 1 / 4 = 0.25
trace(convolve2d, [[1, 2], [3, 4]], [[1, 2], [3, 4]], at=(0, 0))
#> window [-1:1, -1:1]  kernel rotated 180  products
#> 0 0                  4 3                 0 0
#> 0 1                  2 1                 0 1
#> sum 1
