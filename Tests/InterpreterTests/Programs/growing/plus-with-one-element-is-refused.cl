xs = [1, 2, 3]
xs = xs + [4]
#! shape-append
