def area(r):
    "The area of a circle."
    return pi * r ** 2
help(area)
#> def area(r):
#> The area of a circle.
