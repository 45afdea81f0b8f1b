split([1, 2], sections=1)  #> ([1, 2],)
nonzero([0, 3])  #> ([1],)
