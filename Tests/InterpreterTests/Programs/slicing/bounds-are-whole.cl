[1, 2, 3][0.5:]
#! index-whole
