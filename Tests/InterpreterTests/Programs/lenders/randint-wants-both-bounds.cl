seed(0)
randint(0, 2, (3,)).shape  #> (3,)
randint(5)
#! call-missing
