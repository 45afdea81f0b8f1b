x = 3
"big" if x > 2 else "small"  #> "big"
["odd" if i % 2 else "even" for i in range(3)]  #> ["even", "odd", "even"]
