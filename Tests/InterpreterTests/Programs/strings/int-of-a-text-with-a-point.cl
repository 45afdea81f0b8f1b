int("3.7")
#! value-number
