# a picture for each element of the result
x = [[200, 150, 150, 3], [100, 50, 100, 7], [25, 25, 10, 9], [0, 1, 2, 3]]
frames = trace_frames(conv2d, x, [[1, 0], [0, 1]], padding=1)
len(frames)          #> 25
frames.shape[1]      #> 3
min(frames) >= 0 and max(frames) == 1      #> True
# the window moves: what is coloured differs from step to step
moved = [any(frames[i] != frames[i + 1]) for i in range(24)]
all(moved)      #> True
len(trace_frames(max_pool2d, x, 2))      #> 4
len(trace_frames(conv1d, [1, 2, 3, 4], [1, 0, -1]))      #> 2
# each filter's plane of the result in turn
len(trace_frames(conv2d, ones(2, 3, 3), ones(3, 2, 2, 2)))      #> 12
# twice as large
a = trace_frames(max_pool2d, x, 2).shape
b = trace_frames(max_pool2d, x, 2, scale=2).shape
(b[2] - 2*a[2], b[3] - 2*a[3])      #> (0, 0)
animate(frames, "walk.png", fps=4)
#> saved walk.png: animation of 25 frames, ... rgb, 6.25 s, 0 clipped
# a program that knows no animations sees the first frame
allclose(load_png("walk.png"), frames[0], atol=0.01)      #> True
