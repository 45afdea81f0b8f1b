name = "Ada"; n = 3
f"{name} has {n} items"  #> "Ada has 3 items"
f"{n * 2 + 1}"  #> "7"
f"{{braces}}"  #> "{braces}"
f"{1 / 3}"  #> "0.3333"
