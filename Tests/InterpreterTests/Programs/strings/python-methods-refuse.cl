ord("ab")
#! type-argument: one character
chr(-1)
#! type-argument: the number of a character
chr(1.5)
#! index-whole
"a".center(5, "**")
#! type-argument: one character
"a".ljust(2**60)
#! index-whole
