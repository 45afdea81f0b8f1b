def f(*xs): return xs
#! syntax-star
