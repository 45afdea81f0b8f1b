print(round(2.5), round(3.5), round(-1.5), int(3.9), int(-3.9), abs(-4))
#> 2 4 -2 3 -3 4
print(round(3.14159, 2), round(1234.5, -2))
#> 3.14 1200
