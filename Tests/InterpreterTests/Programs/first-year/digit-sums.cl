def digit_sum(n):
    total = 0
    while n > 0:
        total += n % 10
        n = n // 10
    return total
def digital_root(n):
    while n > 9:
        n = digit_sum(n)
    return n
print(digit_sum(9875), digital_root(9875))
#> 29 2
print([n for n in range(100, 130) if n % digit_sum(n) == 0])
#> [100, 102, 108, 110, 111, 112, 114, 117, 120, 126]
