x = ("end",)
for i in range(2000): x = (x, "more")
#! limit-nesting
