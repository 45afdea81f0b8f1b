"ell" in "hello"  #> True
"x" not in "hello"  #> True
