s = "one two three"
print(" ".join(s.split()[::-1]))
#> three two one
print(" ".join([w[0].upper() + w[1:] for w in s.split()]))
#> One Two Three
