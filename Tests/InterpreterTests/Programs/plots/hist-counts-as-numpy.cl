# counted with numpy.histogram
x = [0.13, -0.13, 0.64, 0.1, -0.54, 0.36, 1.3, 0.95, -0.7, -1.27, -0.62, 0.04, -2.33, -0.22, -1.25, -0.73, -0.54, -0.32,
     0.41, 1.04, -0.13, 1.37, -0.67, 0.35, 0.9, 0.09, -0.74, -0.92, -0.46, 0.22, -1.01, -0.21, -0.16, 0.54, 0.21, 0.36,
     -0.65, -0.13, 0.78, 1.49]
hist(x, bins=7)                     #> histogram of 40 values, 7 bins from -2.33 to 1.49, highest 12
hist(x, bins=[-1, 0, 0.5, 2])       #> histogram of 40 values, 3 bins from -1 to 2, highest 17
hist(x, 5, range=(-1, 1), density=True)     #> histogram of 40 values, 5 bins from -1 to 1, highest 0.625
hist([5, 5])                        #> histogram of 2 values, 10 bins from 4.5 to 5.5, highest 2
hist([1, nan, 2, inf], 2)           #> histogram of 4 values, 2 bins from 1 to 2, highest 1, 2 not finite
hist([])                            #> histogram of 0 values, 10 bins from 0 to 1, highest 0
