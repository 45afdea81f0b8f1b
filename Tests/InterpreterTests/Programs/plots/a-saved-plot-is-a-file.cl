plot([1, 2], save="out/line.svg", title="a line")    #> saved line.svg: plot of 1 line, 2 points, x 0 to 1, y 1 to 2
plot([1, 2], save="line.png")       #> saved line.png: plot of 1 line, 2 points, x 0 to 1, y 1 to 2
load_png("line.png").shape          #> (3, 960, 1280)
scatter([1, 2], [3, 4], save="line.jpg")
#! value-ending: line.jpg
