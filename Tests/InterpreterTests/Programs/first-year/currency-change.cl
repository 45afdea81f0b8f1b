coins = (50, 20, 10, 5, 2, 1)
amount = 88
for coin in coins:
    count = amount // coin
    amount %= coin
    if count > 0:
        print(count, "x", coin)
#> 1 x 50
#> 1 x 20
#> 1 x 10
#> 1 x 5
#> 1 x 2
#> 1 x 1
