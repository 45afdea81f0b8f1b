def f(n):
    def down(k): return 0 if k == 0 else 1 + down(k - 1)
    return down(n)
f(50)  #> 50
