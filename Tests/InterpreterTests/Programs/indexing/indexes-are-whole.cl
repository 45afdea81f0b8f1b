x = [1, 2, 3]
x[1.5]
#! index-whole: 1.5 is not whole; // divides to whole numbers
