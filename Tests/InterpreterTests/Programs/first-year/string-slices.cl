s = "abcdefgh"
print(s[2:5], s[:3], s[-3:], s[::2], s[::-1], s[5:2:-1], s[10:], "|")
#> cde abc fgh aceg hgfedcba fed  |
