xs = [1, 2, 3]
xs += [4]
#! shape-append
