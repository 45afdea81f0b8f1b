# as in matplotlib
Y = [[1, 10], [2, 20], [3, 30]]
plot(Y)                             #> plot of 2 lines, 3 points, x 0 to 2, y 1 to 30
plot([5, 6, 7], Y)                  #> plot of 2 lines, 3 points, x 5 to 7, y 1 to 30
plot(zeros(8, 9))
#! shape-plot: 9 lines of 8
plot(ones(2, 2, 2))
#! shape-plot: (2, 2, 2)
