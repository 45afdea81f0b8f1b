counts = {}
for c in "mississippi":
    counts[c] = counts.get(c, 0) + 1
print(counts)
#> {"m": 1, "i": 4, "s": 4, "p": 2}
best = ""
for c in counts:
    if best == "" or counts[c] > counts[best]:
        best = c
print(best)
#> i
