def kind(a, b, c):
    if a + b <= c or a + c <= b or b + c <= a:
        return "no triangle"
    if a == b == c:
        return "equilateral"
    elif a == b or b == c or a == c:
        return "isosceles"
    return "scalene"
for sides in [(3, 3, 3), (3, 4, 3), (3, 4, 5), (1, 2, 9)]:
    print(sides, kind(*sides))
#> (3, 3, 3) equilateral
#> (3, 4, 3) isosceles
#> (3, 4, 5) scalene
#> (1, 2, 9) no triangle
