trace(conv2d, [[1, 2, 3], [4, 5, 6], [7, 8, 9]], [[1, 2], [3, 4]], at=(1, 1), of="input")
#> (1, 1) = 5 reaches 4 outputs
#> output  kernel  weight  product
#> (0, 0)  (1, 1)  4       20
#> (0, 1)  (1, 0)  3       15
#> (1, 0)  (0, 1)  2       10
#> (1, 1)  (0, 0)  1       5
# the weights are what the gradient of the sum adds up
x = [[1, 2, 3], [4, 5, 6], [7, 8, 9]]
sum(trace(conv2d, x, [[1, 2], [3, 4]], at=(1, 1), of="input").weights)  #> 10
grad(x -> sum(conv2d(x, [[1, 2], [3, 4]])))(x)[1, 1]                     #> 10
trace(max_pool2d, [[1, 3, 9]], (1, 2), stride=1, at=(0, 1), of="input")
#> (0, 1) = 3 reaches 2 outputs
#> output  in window  largest
#> (0, 0)  (0, 1)     yes
#> (0, 1)  (0, 0)     no
trace(decimate2d, [[1, 3, 9]], 2, at=(0, 1), of="input")
#> (0, 1) = 3 reaches 0 outputs
trace(avg_pool2d, [[1, 3], [5, 7]], 2, at=(-1, -1), of="input")
#> (1, 1) = 7 reaches 1 output
#> output  in window  part
#> (0, 0)  (1, 1)     1/4
grad(x -> trace(conv2d, x, ones(2, 2), at=(0, 0)).value)(ones(3, 3))
#! grad-none: trace
