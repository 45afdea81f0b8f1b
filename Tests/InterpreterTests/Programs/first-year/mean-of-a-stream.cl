total = 0
count = 0
for x in [4, 8, 15, 16, 23, 42]:
    total += x
    count += 1
    print(f"{count}: {total / count:.3f}")
#> 1: 4.000
#> 2: 6.000
#> 3: 9.000
#> 4: 10.750
#> 5: 13.200
#> 6: 18.000
