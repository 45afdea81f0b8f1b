balance = 100
for kind, amount in [("deposit", 50), ("withdraw", 30), ("withdraw", 500), ("deposit", 5.5)]:
    if kind == "withdraw" and amount > balance:
        print("refused:", amount)
    elif kind == "withdraw":
        balance -= amount
    else:
        balance += amount
    print(f"{kind:<10}{balance:>8.2f}")
#> deposit     150.00
#> withdraw    120.00
#> refused: 500
#> withdraw    120.00
#> deposit     125.50
