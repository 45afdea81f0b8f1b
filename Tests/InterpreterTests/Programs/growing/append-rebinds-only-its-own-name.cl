a = [1]
b = a
b.append(2)
a  #> [1]
b  #> [1, 2]
