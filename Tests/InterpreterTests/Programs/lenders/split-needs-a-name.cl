x = arange(6)
len(split(x, sections=2))  #> 2
len(split(x, size=2))  #> 3
split(x, 2)
#! call-positional: `sections` or `size`
