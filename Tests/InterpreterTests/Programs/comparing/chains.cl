x = 5
1 < x < 10  #> True
1 < x < 3  #> False
1 < 2 < 3 < 4  #> True
0 <= 0 == 0  #> True
