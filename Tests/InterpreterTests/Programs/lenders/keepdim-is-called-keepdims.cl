sum([[1, 2], [3, 4]], axis=1, keepdim=True)
#! call-keyword: no parameter `keepdim`
