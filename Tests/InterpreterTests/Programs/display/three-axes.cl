expect str(reshape(arange(8), (2, 2, 2))) == "[[[0, 1],\n  [2, 3]],\n [[4, 5],\n  [6, 7]]]"
