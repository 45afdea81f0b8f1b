for i in range(2): pass
else: pass
#! syntax-branch: for has no else
