a, b = (1, 2, 3)
#! value-unpack: 2 names on the left, but 3 values on the right
