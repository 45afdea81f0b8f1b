mean([[1, 2], [3, 4]], 1)
#! call-positional: axis
