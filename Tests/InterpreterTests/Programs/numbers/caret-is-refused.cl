2 ^ 3
#! syntax-operator: **
