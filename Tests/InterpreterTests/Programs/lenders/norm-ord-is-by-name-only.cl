norm([3, 4])  #> 5
norm([3, -4], ord=1)  #> 7
norm([3, 4], 1)
#! call-positional: ord
