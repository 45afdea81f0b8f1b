{"a": "text"} * 2
#! tree-leaf
