1 == "1"  #> False
None == 0  #> False
(1, 2) == "a"  #> False
[1, 2] == "ab"  #> False
"a" != None  #> True
