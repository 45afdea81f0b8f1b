def make():
    fs = []
    for i in range(3): fs.append(() -> i)
    return fs
[f() for f in make()]  #> [0, 1, 2]
