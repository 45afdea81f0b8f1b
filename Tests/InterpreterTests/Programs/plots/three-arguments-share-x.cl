# matplotlib would draw the last one over 0, 1, 2
x = [10, 20, 30]
plot(x, x, 2*x)                     #> plot of 2 lines, 3 points, x 10 to 30, y 10 to 60
plot(x, x, x, 2*x)
#! call-series: two ways
