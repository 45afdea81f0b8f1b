"abc"  #> "abc"
print("abc")  #> abc
["a", "b"]  #> ["a", "b"]
'single'  #> "single"
