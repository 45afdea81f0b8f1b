f = lambda x: x + 1
#! syntax-lambda
