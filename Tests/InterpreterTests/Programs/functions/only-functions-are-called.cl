x = 3
x(2)
#! call-function
