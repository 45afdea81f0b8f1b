sq = x -> x ** 2
sq(3)  #> 9
add = (x, y) -> x + y
add(1, 2)  #> 3
one = () -> 1
one()  #> 1
