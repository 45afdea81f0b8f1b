x = ([3., 1, 4, 1, 5, 9, 2, 6])
print(mean(x), median(x), max(x), min(x))
#> 3.875 3.5 9 1
print(f"{std(x):.4f} {var(x):.4f}")
#> 2.5709 6.6094
print(sort(x), argmax(x), argmin(x))
#> [1, 1, 2, 3, 4, 5, 6, 9] 5 1
print(cumsum(x))
#> [3, 4, 8, 9, 14, 23, 25, 31]
