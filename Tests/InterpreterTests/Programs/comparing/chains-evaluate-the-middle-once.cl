def f():
    print("once")
    return 5
1 < f() < 10
#> once True
