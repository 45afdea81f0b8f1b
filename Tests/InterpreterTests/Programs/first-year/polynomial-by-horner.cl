def horner(coefficients, x):
    result = 0
    for c in coefficients:
        result = result * x + c
    return result
print([horner([2, -3, 0, 5], x) for x in range(-2, 4)])
#> [-23, 0, 5, 4, 9, 32]
