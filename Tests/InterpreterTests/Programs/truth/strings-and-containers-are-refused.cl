if "abc": print("yes")
#! type-truth: a string is neither true nor false
