expect str(zeros(0, 3)) == "tensor (0, 3)"
expect str([]) == "tensor (0,)"
