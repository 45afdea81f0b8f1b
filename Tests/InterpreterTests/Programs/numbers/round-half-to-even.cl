round(0.5)  #> 0
round(1.5)  #> 2
round(2.5)  #> 2
round([-0.5, 3.5])  #> [0, 4]
