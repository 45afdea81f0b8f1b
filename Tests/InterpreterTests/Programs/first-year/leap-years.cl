def is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
for year in [1900, 1996, 2000, 2001, 2024]:
    print(year, is_leap(year))
#> 1900 False
#> 1996 True
#> 2000 True
#> 2001 False
#> 2024 True
