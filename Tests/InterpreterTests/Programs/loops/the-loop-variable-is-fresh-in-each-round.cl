fs = []
for i in range(3): fs.append(() -> i)
[f() for f in fs]  #> [0, 1, 2]
