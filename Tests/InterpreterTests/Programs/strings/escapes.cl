print("a\tb")  #> a b
len("a\n\"b\\")  #> 5
"a\"b"  #> "a\"b"
len("é\u00e9")  #> 2
