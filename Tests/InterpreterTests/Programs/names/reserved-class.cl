class A: pass
#! syntax-absent: there are no classes
