squares = []
for i in range(1, 6):
    squares.append(i ** 2)
squares  #> [1, 4, 9, 16, 25]
sum(squares)  #> 55
