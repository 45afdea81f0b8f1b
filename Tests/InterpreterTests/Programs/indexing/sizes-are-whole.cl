zeros(2.5)
#! index-whole
