xs = [1]
def f():
    xs.append(2)
#! write-outer: `xs`
