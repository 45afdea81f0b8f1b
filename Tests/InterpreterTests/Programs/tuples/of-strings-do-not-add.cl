("a", "b") + ("c", "d")
#! tree-leaf
