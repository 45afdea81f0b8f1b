# S3-30 and S3-31: f' of x, x*x, (x*x)*(x*x), ... as a tree
f0(x) = x
f1(x) = f0(x) * f0(x)
f2(x) = f1(x) * f1(x)
f3(x) = f2(x) * f2(x)
f4(x) = f3(x) * f3(x)
f5(x) = f4(x) * f4(x)
f6(x) = f5(x) * f5(x)
f7(x) = f6(x) * f6(x)
f8(x) = f7(x) * f7(x)
towers = (f0, f1, f2, f3, f4, f5, f6, f7, f8)
[symbolic(f).tree_size for f in towers]
#> [1, 7, 23, 63, 159, 383, 895, 2047, 4607]
[(n + 1) * 2**(n + 1) - 1 for n in range(9)]
#> [1, 7, 23, 63, 159, 383, 895, 2047, 4607]
# shared: 8 nodes of f8 below its last, 1, and three for each product
symbolic(f8).graph_size  #> 33
symbolic(f8)  #> 256 * x**255
symbolic(x -> x + x).tree_size  #> 3
symbolic(x -> x + x).graph_size  #> 2
