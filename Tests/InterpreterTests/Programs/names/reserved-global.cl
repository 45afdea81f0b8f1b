def f():
    global x
#! syntax-absent
