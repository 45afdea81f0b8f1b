print("never")
wdth = 3
width + 1
#! name-unknown: `width` is not defined
