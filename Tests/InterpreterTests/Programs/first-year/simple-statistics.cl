data = [2, 4, 4, 4, 5, 5, 7, 9]
n = len(data)
mean = sum(data) / n
variance = sum((x - mean) ** 2 for x in data) / n
ordered = sorted(data)
median = (ordered[n // 2 - 1] + ordered[n // 2]) / 2
print(mean, variance, variance ** 0.5, median)
#> 5.0 4.0 2.0 4.5
