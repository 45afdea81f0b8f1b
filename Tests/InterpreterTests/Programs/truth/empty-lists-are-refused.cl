xs = ["a"]
while xs: xs = xs[1:]
#! type-truth
