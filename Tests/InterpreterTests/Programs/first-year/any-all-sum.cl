xs = [1, 2, 3, 4]
print(sum(x * x for x in xs), any(x > 3 for x in xs), all(x > 0 for x in xs), max(x % 3 for x in xs))
#> 30 True True 2
