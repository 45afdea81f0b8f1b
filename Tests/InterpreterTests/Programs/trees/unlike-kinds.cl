(1, 2) + {"a": 1}
#! tree-shape
