points = [(0, 0), (3, 4), (6, 8)]
dist = 0
for (x1, y1), (x2, y2) in zip(points, points[1:]):
    dist += ((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5
print(dist)
#> 10
