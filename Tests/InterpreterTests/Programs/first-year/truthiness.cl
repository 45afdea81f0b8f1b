print(1 and 2, 0 or 3, not 0, None is None, 1 < 2 < 3, 3 > 2 > 2)
#> 2 3 True True True False
print(True + True, True == 1, False < True)
#> 2 True True
