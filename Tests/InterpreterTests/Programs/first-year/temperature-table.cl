for c in range(-10, 31, 10):
    f = c * 9 / 5 + 32
    print(f"{c:4d} C = {f:6.1f} F")
#>  -10 C =   14.0 F
#>    0 C =   32.0 F
#>   10 C =   50.0 F
#>   20 C =   68.0 F
#>   30 C =   86.0 F
