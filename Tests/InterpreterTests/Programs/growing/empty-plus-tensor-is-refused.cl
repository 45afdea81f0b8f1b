xs = [1]
[] + xs
#! shape-broadcast: one side is empty
