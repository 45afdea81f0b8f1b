[[1, 2], [3, 4]].T.sum(axis=0)  #> [3, 7]
" a,b ".strip().split(",")[1].upper()  #> "B"
