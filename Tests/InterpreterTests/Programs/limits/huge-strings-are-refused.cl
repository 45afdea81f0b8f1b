s = "ab" * 10 ** 12
#! limit-size
