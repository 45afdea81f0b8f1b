"a" + 1
#! type-operand
