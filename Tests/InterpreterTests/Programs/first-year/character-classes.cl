text = "Call 555-0199 NOW"
letters = 0
digits = 0
capitals = 0
for c in text:
    if c in "0123456789":
        digits += 1
    elif c.lower() != c.upper():
        letters += 1
        if c == c.upper():
            capitals += 1
print(letters, digits, capitals)
#> 7 7 4
