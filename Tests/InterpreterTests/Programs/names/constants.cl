pi  #> 3.1416
e  #> 2.7183
inf > 1  #> True
nan != nan  #> True
