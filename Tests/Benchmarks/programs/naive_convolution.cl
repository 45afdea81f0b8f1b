# A 5x5 kernel over a 256x256 image, as a beginner writes it.
def conv(x, k, n, m):
    y = zeros(n - m + 1, n - m + 1)
    for i in range(n - m + 1):
        for j in range(n - m + 1):
            s = 0
            for a in range(m):
                for b in range(m):
                    s += x[i + a, j + b] * k[a, b]
            y[i, j] = s
    return y

seed(1)
x = rand(256, 256)
k = rand(5, 5)
for round in range(ROUNDS):
    y = conv(x, k, 256, 5)
