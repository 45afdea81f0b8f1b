for a in [True, False]:
    for b in [True, False]:
        print(a, b, a and b, a or b, not a, a != b)
#> True True True True False False
#> True False False True False True
#> False True False True True True
#> False False False False True False
