A = [[2, 0], [0, 4]]
solve(A, [2, 4])  #> [1, 1]
rank(A)  #> 2
solve((A, A), ones(2, 2))
#! shape-rank: one matrix at a time
rank((A, A))
#! shape-rank
