[1, 2, 3][3]
#! index-range
