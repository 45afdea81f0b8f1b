def f(width): return width
f(widht=3)
#! call-keyword
