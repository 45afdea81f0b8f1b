A = [[1, 2], [3, 4]]
row = A[0]
show_row = () -> row
row[0] = 9
show_row()  #> [9, 2]
