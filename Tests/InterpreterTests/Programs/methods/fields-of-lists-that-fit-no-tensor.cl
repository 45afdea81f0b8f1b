["a", 1].shape
#! type-field
