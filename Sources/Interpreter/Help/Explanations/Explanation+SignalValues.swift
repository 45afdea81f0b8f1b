extension Explanation {
    /// Numbers of convolution, pooling, padding and pictures.
    static let signalValues: [Explanation] = [
        Explanation(
            "pool-fit", "The windows of a pooling do not fit the image.",
            from: "slides S1-43 and S4-32: (n + 2p - k)/s + 1 windows on a side of n.",
            #"""
            ```cl
            max_pool2d(zeros(5, 5), 2, strict=True)
            #! pool-fit: 5 columns
            ```

            With `strict=True` nothing may be left over. Without it the last row and column are not read; a padding or
            `ceil_mode=True` reads them:

            ```cl
            max_pool2d(zeros(5, 5), 2).shape                    #> (2, 2)
            max_pool2d(zeros(5, 5), 2, ceil_mode=True).shape    #> (3, 3)
            conv_output_size(6, 2, stride=2)                    #> 3
            ```
            """#),
        Explanation(
            "value-stride", "A stride is below 1, or it jumps over pixels that nothing reads.",
            from: "slides S1-34 and S1-35.",
            #"""
            ```cl
            conv2d(ones(5, 5), ones(3, 3), stride=3, strict=True)
            #! value-stride: the stride skips rows 3, 4
            ```

            (5 - 3)/3 is not whole. A stride of 1 or 2 reads every pixel; without `strict=True` the rest stays unread:

            ```cl
            conv2d(ones(5, 5), ones(3, 3), stride=2, strict=True).shape    #> (2, 2)
            conv2d(ones(5, 5), ones(3, 3), stride=3).shape                 #> (1, 1)
            ```
            """#),
        Explanation(
            "value-padding", "A padding does not fit, or can be read in two ways.",
            from: "NumPy's `pad` and PyTorch's layers, which read a pair differently.",
            #"""
            ```cl
            pad([[1, 2]], (1, 0))
            #! value-padding: can be read in two ways
            ```

            Write a pair (before, after) for each axis:

            ```cl
            pad([[1, 2]], ((1, 0), (0, 0)))
            #> [[0, 0],
            #>  [1, 2]]
            pad([1, 2, 3], 1, mode="reflect")    #> [2, 1, 2, 3, 2]
            ```

            A padding is not negative, `reflect` reaches no further than the tensor, and a pooling is padded by at most half
            its window: a window outside would see nothing.
            """#),
        Explanation(
            "value-dilation", "A dilation is below 1.", from: "PyTorch: 1 is a kernel without gaps.",
            #"""
            ```cl
            conv2d(ones(5, 5), ones(2, 2), dilation=0)
            #! value-dilation
            ```

            ```cl
            conv2d(ones(5, 5), ones(2, 2), dilation=2).shape    #> (3, 3)
            ```
            """#),
        Explanation(
            "value-output-padding", "The `output_padding` of a transposed convolution is as large as its stride, or negative.",
            from: "PyTorch's `conv_transpose2d`.",
            #"""
            ```cl
            conv_transpose2d(ones(2, 2), ones(2, 2), stride=2, output_padding=2)
            #! value-output-padding
            ```

            Several sizes of an image shrink to one; `output_padding` says which of them comes back, so it is smaller than
            the stride:

            ```cl
            conv_transpose2d(ones(2, 2), ones(2, 2), stride=2, output_padding=1).shape    #> (5, 5)
            ```
            """#),
        Explanation(
            "value-k", "The side of a window is below 1, or not one whole number or two.", from: "PyTorch.",
            #"""
            ```cl
            max_pool2d(ones(4, 4), 0)
            #! value-k
            ```

            ```cl
            max_pool2d(ones(4, 4), 2).shape         #> (2, 2)
            max_pool2d(ones(4, 4), (2, 1)).shape    #> (2, 4)
            ```
            """#),
        Explanation(
            "value-n", "A number of pixels is below 0, or a kernel's side below 1.",
            from: "the size formula of slide S4-27.",
            #"""
            ```cl
            conv_output_size(-1, 3)
            #! value-n
            ```

            ```cl
            conv_output_size(28, 5)    #> 24
            ```
            """#),
        Explanation(
            "value-size", "A size leaves nothing of the result, or is not two whole numbers.",
            from: "the size formula of slide S4-27.",
            #"""
            ```cl
            conv_output_size(2, 5)
            #! value-size: a window of 5 does not fit 2
            resize(ones(2, 2), 5)
            #! value-size
            ```

            ```cl
            conv_output_size(2, 5, padding=2)    #> 2
            resize(ones(2, 2), (5, 5)).shape     #> (5, 5)
            ```
            """#),
        Explanation(
            "value-axis", "One axis is wanted, and several were given.", from: "NumPy's `repeat`.",
            #"""
            ```cl
            repeat(ones(2, 2), 2, axis=(0, 1))
            #! value-axis
            ```

            Repeat along one axis after the other:

            ```cl
            repeat(repeat([[1, 2]], 2, axis=0), 2, axis=1)
            #> [[1, 1, 2, 2],
            #>  [1, 1, 2, 2]]
            ```
            """#),
        Explanation(
            "value-groups", "The groups of a convolution do not divide its channels and filters.",
            from: "PyTorch's `groups=`.",
            #"""
            ```cl
            conv2d(ones(3, 4, 4), ones(4, 1, 2, 2), groups=2)
            #! value-groups
            ```

            Each group takes its share of the channels and gives its share of the filters:

            ```cl
            conv2d(ones(4, 4, 4), ones(4, 2, 2, 2), groups=2).shape    #> (4, 3, 3)
            ```
            """#),
        Explanation(
            "value-norm-type", "The power of an L-p pooling is not above 0.", from: "slide S3-72, whose power is 2.",
            #"""
            ```cl
            lp_pool2d(ones(2, 2), 0, 2)
            #! value-norm-type
            ```

            ```cl
            lp_pool2d(ones(2, 2), 2, 2)    #> [[2]]
            ```
            """#),
        Explanation(
            "value-sigma", "The width of a Gaussian is not above 0.", from: "the normal distribution.",
            #"""
            ```cl
            gaussian(3, 0)
            #! value-sigma
            ```

            ```cl
            sum(gaussian(3, 1))    #> 1
            ```
            """#),
        Explanation(
            "value-amounts", "`shift` or `roll` got one amount for several axes.",
            from: "this language: a guess about the direction would be silent.",
            #"""
            ```cl
            shift([[1, 2], [3, 4]], 1)
            #! value-amounts
            ```

            ```cl
            shift([[1, 2], [3, 4]], (1, 0))    #> [[0, 0], [1, 2]]
            shift([[1, 2], [3, 4]], (0, 1))    #> [[0, 1], [0, 3]]
            ```
            """#),
        Explanation(
            "value-reps", "A number of repetitions is negative.", from: "NumPy's `tile`.",
            #"""
            ```cl
            tile([1, 2], -1)
            #! value-reps
            ```

            ```cl
            tile([1, 2], 3)    #> [1, 2, 1, 2, 1, 2]
            ```
            """#),
        Explanation(
            "value-repeats", "`repeat` got a list of counts that does not fit the elements.", from: "NumPy's `repeat`.",
            #"""
            ```cl
            repeat([1, 2], [1, 2, 3])
            #! value-repeats
            ```

            ```cl
            repeat([1, 2], [1, 3])    #> [1, 2, 2, 2]
            ```
            """#),
        Explanation(
            "value-bits", "A picture is to be saved with bits that a PNG does not have.", from: "the PNG format.",
            #"""
            ```cl
            save_png("white.png", ones(2, 2), bits=12)
            #! value-bits: a sample has 8 or 16 bits
            ```

            ```text
            save_png("white.png", ones(2, 2), bits=16)
            ```
            """#),
        Explanation(
            "value-compression", "A level of compression is outside 0 to 9.", from: "the PNG format.",
            #"""
            ```text
            error[value-compression]: compression goes from 0 (none) to 9 (smallest file), not 12
            ```

            Only the Swift library can ask for a level; `save_png` in a program chooses it for you.
            """#),
        Explanation(
            "value-frames", "An animation's speed or size is none that a picture can have.",
            from: "the PNG format, which counts the time of a frame in 16 bits.",
            #"""
            ```cl
            animate(zeros(2, 4, 4), "black.png", delay=100)
            #! value-frames
            ```

            ```cl
            animate(zeros(2, 4, 4), "black.png", delay=0.5)
            #> saved black.png: animation of 2 frames ...
            ```
            """#),
    ]
}
