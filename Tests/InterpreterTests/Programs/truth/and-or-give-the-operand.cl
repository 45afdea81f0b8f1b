0 or 5  #> 5
2 and 3  #> 3
0 and 1 / 0  #> 0
None or "x"  #> "x"
