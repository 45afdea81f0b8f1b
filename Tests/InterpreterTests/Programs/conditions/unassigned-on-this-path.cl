if 1 > 2: z = 1
z
#! name-unassigned
