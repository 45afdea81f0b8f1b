x = load_png("chelsea.png")
montage(x)                                      #> montage of 3 images 300x451 in 1 row, 0 clipped
montage((x, gray(x)), labels=("color", "gray")) #> montage of 2 images 300x451 in 1 row, 0 clipped
montage({"a": [[0, 1]], "b": [[2], [0]]})       #> montage of 2 images in 1 row, 1 clipped
montage(ones(10, 4, 4))                         #> montage of 10 images 4x4 in 3 rows, 0 clipped
montage(ones(10, 4, 4), columns=5)              #> montage of 10 images 4x4 in 2 rows, 0 clipped
# filters of one channel, or of three colors, are pictures; else each channel is one
montage(ones(6, 1, 5, 5), labels=range(6))      #> montage of 6 images 5x5 in 2 rows, 0 clipped
montage(ones(6, 3, 5, 5))                       #> montage of 6 images 5x5 in 2 rows, 0 clipped
montage(ones(2, 8, 5, 5))                       #> montage of 16 images 5x5 in 2 rows, 0 clipped
