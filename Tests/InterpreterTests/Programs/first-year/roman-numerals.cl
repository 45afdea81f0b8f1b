def roman(n):
    table = [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")]
    out = ""
    for value, letters in table:
        while n >= value:
            out += letters
            n -= value
    return out
for n in [4, 9, 14, 1994, 2024]:
    print(n, roman(n))
#> 4 IV
#> 9 IX
#> 14 XIV
#> 1994 MCMXCIV
#> 2024 MMXXIV
