def add(xs, v):
    xs.append(v)
#! lost-write: `xs` is add's own copy
