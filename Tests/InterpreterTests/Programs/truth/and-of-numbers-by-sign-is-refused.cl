3 & 5
#! type-bits
