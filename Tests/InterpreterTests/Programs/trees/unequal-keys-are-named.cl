{"a": 1, "b": 2} + {"a": 1}
#! tree-shape: left has "b", right has not
