prices = {"apple": 0.5, "bread": 2.25, "milk": 1.1}
basket = {"apple": 4, "milk": 2}
total = 0
for item, count in basket.items():
    cost = prices[item] * count
    total += cost
    print(f"{item:8s} {count:2d} x {prices[item]:5.2f} = {cost:6.2f}")
#> apple     4 x  0.50 =   2.00
#> milk      2 x  1.10 =   2.20
print(f"total {total:.2f}")
#> total 4.20
