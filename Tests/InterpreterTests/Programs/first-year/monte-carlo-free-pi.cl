total = 0
for k in range(1000):
    total += (-1) ** k / (2 * k + 1)
print(f"{4 * total:.6f}")
#> 3.140593
