data = [2, 4, 4, 4, 5, 5, 7, 9]
total = 0
for x in data:
    total += x
mean_value = total / len(data)
print(mean_value)
#> 5
squares = 0
for x in data:
    squares += (x - mean_value) ** 2
print(squares / len(data))
#> 4
print((squares / len(data)) ** 0.5)
#> 2
