# numpy.round multiplies, rounds half to even, and divides; Python's round looks at the digits that a double really has
f"{round(2.675, 2):.3f}"    #> "2.680"
f"{round(1.005, 2):.3f}"    #> "1.000"
f"{round(0.125, 2):.3f}"    #> "0.120"
round(2.5)                  #> 2
round(-3.5)                 #> -4
