heatmap([[1, 2], [3, 4]])                       #> heatmap 2x2, colors from 1 to 4
heatmap([[1, 2], [3, 4]], range="signed")       #> heatmap 2x2, colors from -4 to 4
heatmap([[1, 2], [3, nan]], range=(0, 2))       #> heatmap 2x2, colors from 0 to 2, 2 outside
heatmap([[5, 5]], annot=False)                  #> heatmap 1x2, colors from 5 to 6
heatmap([[5, 5]], annot=True, save="five.svg")  #> saved five.svg: heatmap 1x2, colors from 5 to 6
heatmap([5, 5])
#! shape-plot: (2,)
