with a as b: pass
#! syntax-absent
