1 < "a"
#! type-operand
