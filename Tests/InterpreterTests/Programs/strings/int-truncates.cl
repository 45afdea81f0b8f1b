int(3.9)  #> 3
int(-3.9)  #> -3
int(True)  #> 1
