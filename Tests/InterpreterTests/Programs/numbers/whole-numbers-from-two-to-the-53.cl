# exact below, rounded from there on; Python's whole numbers have no end
2 ** 53 - 1  #> 9007199254740991
2 ** 53 + 1 == 2 ** 53  #> True
n = 1
for i in range(60): n = n + n
n / 2 ** 60  #> 1
