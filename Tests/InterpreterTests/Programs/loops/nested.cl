for i in range(3):
    for j in range(3):
        if j > i: break
        print(i * j, end=" ")
#> 0 0 1 0 2 4
