{[1, 2]: 3}
#! type-key
