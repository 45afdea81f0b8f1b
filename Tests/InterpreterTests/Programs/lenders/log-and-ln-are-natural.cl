log(e)  #> 1
ln(e)  #> 1
log10(100)  #> 2
