int("42")  #> 42
int(" -7 ")  #> -7
float("1.5e2")  #> 150
int("abc")
#! value-number
