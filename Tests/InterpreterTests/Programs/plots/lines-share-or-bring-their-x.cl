x = linspace(0, 1, 11)
plot(x**2)                          #> plot of 1 line, 11 points, x 0 to 10, y 0 to 1
plot(x, x**2)                       #> plot of 1 line, 11 points, x 0 to 1, y 0 to 1
plot(x, (x, x**2), label=("a", "b"))    #> plot of 2 lines, 11 points, x 0 to 1, y 0 to 1
plot(x, {"a": x, "b": 2*x})         #> plot of 2 lines, 11 points, x 0 to 1, y 0 to 2
plot({"a": (x, x), "b": 3*x})       #> plot of 2 lines, 11 points, x 0 to 10, y 0 to 3
plot({"a": [1, 2], "b": [1, 2, 3]}) #> plot of 2 lines, 5 points together, x 0 to 2, y 1 to 3
plot(x=x, y=-x)                     #> plot of 1 line, 11 points, x 0 to 1, y -1 to 0
plot(range(4))                      #> plot of 1 line, 4 points, x 0 to 3, y 0 to 3
plot([1, nan, 3, inf])              #> plot of 1 line, 4 points, x 0 to 2, y 1 to 3, 2 gaps
plot([])                            #> plot of 1 line, 0 points
plot([7])                           #> plot of 1 line, 1 point, x 0 to 0, y 7 to 7
