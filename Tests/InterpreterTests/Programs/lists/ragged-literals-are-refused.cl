[[1, 2], [3]]
#! shape-ragged: row 1
