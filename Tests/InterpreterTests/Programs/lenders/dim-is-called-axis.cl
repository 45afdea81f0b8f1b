sum([[1, 2], [3, 4]], dim=1)
#! call-keyword: no parameter `dim`
