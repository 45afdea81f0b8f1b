print(inf, -inf, nan)  #> inf -inf nan
nan == nan  #> False
inf > 1e308  #> True
