print(len([c for c in "programming language" if c in "aeiou"]))
#> 7
