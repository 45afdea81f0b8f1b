def balanced(text):
    pairs = {")": "(", "]": "["}
    open_ones = ""
    for c in text:
        if c in "([":
            open_ones += c
        elif c in pairs:
            if open_ones == "" or open_ones[-1] != pairs[c]:
                return False
            open_ones = open_ones[:-1]
    return open_ones == ""
for t in ["a(b[c]d)", "(]", "((", ""]:
    print(t, balanced(t))
#> a(b[c]d) True
#> (] False
#> (( False
#>  True
