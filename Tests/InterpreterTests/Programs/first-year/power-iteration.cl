A = ([[2., 1], [1, 3]])
v = ([1., 1])
for i in range(50):
    v = A @ v
    v = v / sqrt(sum(v * v))
print(f"{v @ A @ v:.8f}")
#> 3.61803399
