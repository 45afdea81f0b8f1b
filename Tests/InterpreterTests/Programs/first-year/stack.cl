stack = []
for c in "(()())":
    if c == "(":
        stack.append(c)
    else:
        stack = stack[:-1]
print(len(stack))
#> 0
