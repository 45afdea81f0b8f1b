stock = {"pens": 10, "books": 3}
for item, change in [("pens", -4), ("cups", 6), ("books", -3)]:
    if item in stock:
        stock[item] += change
    else:
        stock[item] = change
for item, count in stock.items():
    print(item, count)
#> pens 6
#> books 0
#> cups 6
print(" and ".join(name for name in stock if stock[name] == 0))
#> books
