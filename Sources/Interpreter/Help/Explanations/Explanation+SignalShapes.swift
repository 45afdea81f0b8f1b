extension Explanation {
    /// Images, kernels and patches whose sizes do not fit.
    static let signalShapes: [Explanation] = [
        Explanation(
            "shape-image", "Something that should be an image has not the axes of one.",
            from: "PyTorch's layout: (N, C, H, W).",
            #"""
            ```cl
            max_pool2d([1, 2, 3, 4], 2)
            #! shape-image
            ```

            An image is (H, W) or (C, H, W), a batch of images (N, C, H, W). A signal has its own functions:

            ```cl
            max_pool2d([[1, 2], [3, 4]], 2)    #> [[4]]
            max_pool1d([1, 2, 3, 4], 2)        #> [2, 4]
            ```
            """#),
        Explanation(
            "shape-kernel", "A kernel does not fit the image, or can be read in two ways.",
            from: "PyTorch: a bank of kernels is (out, in, rows, columns).",
            #"""
            ```cl
            conv2d(ones(3, 3), ones(5, 5))
            #! shape-kernel
            ```

            Pad the image, or take a smaller kernel. Three axes are one filter over several channels or several filters of
            one channel; write the fourth:

            ```cl
            conv2d(ones(3, 3), ones(5, 5), padding=1)        #> [[9]]
            conv2d(ones(2, 3, 3), ones(1, 2, 3, 3))          #> [[[18]]]
            ```
            """#),
        Explanation(
            "shape-channels", "A kernel takes another number of channels than the image has.",
            from: "slide S1-36: one layer of the kernel for each channel.",
            #"""
            ```cl
            conv2d(ones(3, 4, 4), ones(8, 1, 2, 2))
            #! shape-channels: takes 1 channels
            ```

            The second size of the kernels is the number of the image's channels:

            ```cl
            conv2d(ones(3, 4, 4), ones(8, 3, 2, 2)).shape    #> (8, 3, 3)
            ```

            A filter of two axes is applied to each channel alone: `conv2d(image, blur())`.
            """#),
        Explanation(
            "shape-bias", "There is not one bias for each filter.", from: "PyTorch; slide S1-39.",
            #"""
            ```cl
            conv2d(ones(3, 3), ones(2, 1, 3, 3), [1, 2, 3])
            #! shape-bias
            ```

            ```cl
            conv2d(ones(3, 3), ones(2, 1, 3, 3), [1, 2])    #> [[[10]], [[11]]]
            ```
            """#),
        Explanation(
            "shape-patches", "Patches do not add up to an image of this size.", from: "slide S1-40; PyTorch's `fold`.",
            #"""
            ```cl
            col2im(ones(3, 4), (3, 3), 2)
            #! shape-patches
            ```

            An image of 3x3 has 4 patches of 2x2, one row each:

            ```cl
            col2im(ones(4, 4), (3, 3), 2)
            #> [[1, 2, 1],
            #>  [2, 4, 2],
            #>  [1, 2, 1]]
            ```
            """#),
        Explanation(
            "shape-samples", "A picture has not as many samples as its size needs.",
            from: "the Swift library: `Picture(width:height:...)`.",
            #"""
            ```text
            error[shape-samples]: a picture of this size has 12 samples, not 10
            ```

            A program cannot meet it: `save_png` takes the size from the tensor. In Swift give
            width * height * channels samples.
            """#),
    ]
}
