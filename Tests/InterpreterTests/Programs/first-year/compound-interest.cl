amount = 1000
year = 0
while amount < 2000:
    amount *= 1.07
    year += 1
    if year % 5 == 0:
        print(f"after {year} years: {amount:.2f}")
#> after 5 years: 1402.55
#> after 10 years: 1967.15
print(year)
#> 11
