"apple" < "banana"  #> True
"a" == "a"  #> True
"a" != "b"  #> True
"a" == 1  #> False
"Z" < "a"  #> True
