out = []
y = out.append(1)
#! call-append: a statement of its own
