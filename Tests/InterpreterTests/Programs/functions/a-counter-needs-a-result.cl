def counter():
    n = 0
    def next():
        n = n + 1
        return n
    return next
counter()()
#! name-unassigned: `n`
