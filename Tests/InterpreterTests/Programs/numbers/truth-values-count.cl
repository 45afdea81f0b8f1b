True + True  #> 2
True * 3.5  #> 3.5
sum([True, False, True])  #> 2
