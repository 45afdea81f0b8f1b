import TensorEngine
import Testing

/// The rows of the slides that these operations compute, as the lessons will.
@Suite struct SlideResultTests {
    private let a = [[1, 2, 3], [4, 5, 6], [7, 8, 9]]
    private let f = [[1, 2], [3, 4]]
    private let g = [[0, 1], [1, 0]]
    private let r25 = (0..<5).map { row in (1...5).map { 5 * row + $0 } }
    private let x = [[200, 150, 150], [100, 50, 100], [25, 25, 10]]
    private let k = [[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]]
    private let ones = [[1, 1, 1], [1, 1, 1], [1, 1, 1]]

    private func check(
        _ row: String, _ name: String, _ arguments: [String: Any], _ expected: Any,
        location: SourceLocation = #_sourceLocation
    ) throws {
        try check(row, try run(name, arguments), expected, location: location)
    }

    private func check(
        _ row: String, _ result: Tensor, _ expected: Any, location: SourceLocation = #_sourceLocation
    ) throws {
        let wanted = try (expected as? Tensor) ?? Tensor(nested: expected)
        #expect(result.shape == wanted.shape, "\(row)", sourceLocation: location)
        #expect(largestDifference(result, wanted) <= 1e-6, "\(row): \(result.elements)", sourceLocation: location)
    }

    @Test("S0-18 to S0-22: filters and the convolution operator")
    func filters() throws {
        let grid = try run("pad", ["x": ones, "n": 1])
        let blurred = [[1, 2, 3, 2, 1], [2, 4, 6, 4, 2], [3, 6, 9, 6, 3], [2, 4, 6, 4, 2], [1, 2, 3, 2, 1]]
        try check("S0-18", "convolve2d", ["x": grid, "k": ones, "mode": "same"], blurred)
        try check(
            "S0-18", "conv2d", ["x": grid, "w": try run("blur", [:])],
            [[4, 6, 4], [6, 9, 6], [4, 6, 4]].map { $0.map { Double($0) / 9 } })
        let edge = try run("edge", [:])
        try check(
            "S0-19", "conv2d", ["x": grid, "w": edge, "padding": 1],
            [[0, 1, 1, 1, 0], [1, -2, -1, -2, 1], [1, -1, 0, -1, 1], [1, -2, -1, -2, 1], [0, 1, 1, 1, 0]])
        try check("S0-19", "conv2d", ["x": grid, "w": edge], [[-2, -1, -2], [-1, 0, -1], [-2, -1, -2]])
        let ramp = (0..<4).map { row in (0..<4).map { row + 2 * $0 } }
        try check("S0-19", "conv2d", ["x": ramp, "w": edge], [[0, 0], [0, 0]])
        let cited: [String: Any] = [
            "x": [[40, 42, 46], [46, 50, 55], [52, 56, 58]], "k": [[0, 1, 0], [0, 0, 0], [0, 0, 0]], "mode": "valid",
        ]
        try check("S0-20", "correlate2d", cited, [[42]])
        try check("S0-20", "convolve2d", cited, [[56]])
        let full = [[1, 4, 7, 6], [7, 23, 33, 24], [19, 53, 63, 42], [21, 52, 59, 36]]
        try check("S0-21", "convolve2d", ["x": a, "k": f], full)
        try check("S0-22", "convolve2d", ["x": f, "k": a], full)
        try check("S0-21", "convolve2d", ["x": a, "k": f, "mode": "valid"], [[23, 33], [53, 63]])
        try check("S0-21", "conv2d", ["x": a, "w": f], [[37, 47], [67, 77]])
        let impulse = [[0, 0, 0], [0, 1, 0], [0, 0, 0]]
        try check("S0-21", "convolve2d", ["x": impulse, "k": a, "mode": "same"], a)
        try check("S0-21", "correlate2d", ["x": impulse, "k": a, "mode": "same"], try run("rot180", ["x": a]))
    }

    @Test("S0-23 to S0-28: borders and channels")
    func borders() throws {
        let v = [1, 2, 3, 4]
        try check("S0-23", "pad", ["x": v, "n": 2], [0, 0, 1, 2, 3, 4, 0, 0])
        try check("S0-23", "pad", ["x": v, "n": 2, "mode": "reflect"], [3, 2, 1, 2, 3, 4, 3, 2])
        try check("S0-23", "pad", ["x": v, "n": 2, "mode": "replicate"], [1, 1, 1, 2, 3, 4, 4, 4])
        try check("S0-23", "pad", ["x": v, "n": 2, "value": 7], [7, 7, 1, 2, 3, 4, 7, 7])
        try check("S1-31", "pad", ["x": v, "n": 2, "mode": "circular"], [3, 4, 1, 2, 3, 4, 1, 2])
        for (mode, expected) in [
            ("zeros", [[10, 10], [10, 10]]), ("replicate", [[18, 21], [24, 27]]), ("reflect", [[27, 24], [21, 18]]),
        ] {
            let arguments: [String: Any] = ["x": f, "w": ones, "padding": 1, "padding_mode": mode]
            try check("S0-24", "conv2d", arguments, expected)
        }
        let padded = try run("pad", ["x": f, "n": 1, "value": 1])
        try check("S0-24", "conv2d", ["x": padded, "w": ones], [[15, 15], [15, 15]])
        let channels: [String: Any] = ["x": [a, a.map { $0.map { 10 * $0 } }], "w": [[f, g]]]
        try check("S0-28", "conv2d", channels, [[[97, 127], [187, 217]]])
        let flipped = try run("rot180", ["x": [[f, g]]])
        try check("S0-28", "conv2d", ["x": channels["x"]!, "w": flipped], [[[83, 113], [173, 203]]])
    }

    @Test("S0-30 to S0-33: equivariance, and the gradient of a convolution")
    func equivariance() throws {
        let image = try run("pad", ["x": [[3, 1, 4], [1, 5, 9], [2, 6, 5]], "n": 2, "mode": "reflect"])
        func filtered(_ x: Tensor) throws -> Tensor {
            try run("convolve2d", ["x": x, "k": a, "mode": "same", "boundary": "wrap"])
        }
        for u in 0..<7 {
            for v in 0..<7 {
                let moved = try run("roll", ["x": image, "amounts": [u, v]])
                try check(
                    "S0-30", try filtered(moved), try run("roll", ["x": try filtered(image), "amounts": [u, v]]))
            }
        }
        try check("S0-31", "shift", ["x": a, "amounts": [1, 2]], [[0, 0, 0], [0, 0, 1], [0, 0, 4]])
        let moved = try run("shift", ["x": a, "amounts": [0, 1]])
        let conv = try run("convolve2d", ["x": a, "k": ones, "mode": "same"])
        try check(
            "S0-31", "convolve2d", ["x": moved, "k": ones, "mode": "same"],
            [[5, 12, 12], [12, 27, 27], [11, 24, 24]])
        try check("S0-31", "shift", ["x": conv, "amounts": [0, 1]], [[0, 12, 21], [0, 27, 45], [0, 24, 39]])
        for (row, column) in [(0, 0), (1, 2)] {
            let block = try run("pad", ["x": a, "n": [[1 + row, 5 - row], [1 + column, 5 - column]]])
            let map = try run("conv2d", ["x": block, "w": ones, "padding": 1])
            #expect(map.elements.max() == 45, "S0-32")
            let first = try run("pad", ["x": a, "n": [[1, 5], [1, 5]]])
            let moved = try run("shift", ["x": first, "amounts": [row, column]])
            try check("S1-49", "conv2d", ["x": moved, "w": ones, "padding": 1], map)
        }
        try check("S0-33", "correlate2d", ["x": a, "k": [[1, 1], [1, 1]], "mode": "valid"], [[12, 16], [24, 28]])
        let dx = [[1, 3, 2], [4, 10, 6], [3, 7, 4]]
        try check("S0-33", "convolve2d", ["x": [[1, 1], [1, 1]], "k": f], dx)
        try check("S0-33", "conv_transpose2d", ["x": [[1, 1], [1, 1]], "w": f], dx)
    }

    @Test("S1-13 to S1-26: convolution and cross-correlation")
    func convolution() throws {
        try check("S1-13", "convolve", ["x": [1, 1, 1], "k": [1, 1, 1]], [1, 2, 3, 2, 1])
        try check("S1-14", "convolve", ["x": [1, 2, 3], "k": [0, 1, 2]], [0, 1, 4, 7, 6])
        try check("S1-14", "correlate", ["x": [1, 2, 3], "k": [0, 1, 2]], [2, 5, 8, 3, 0])
        try check("S1-14", "correlate", ["x": [0, 1, 2], "k": [1, 2, 3]], [0, 3, 8, 5, 2])
        try check("S1-15", "convolve", ["x": [1, 2, 3], "k": [1, 0, -1, 2]], [1, 2, 2, 0, 1, 6])
        try check("S1-16", "convolve", ["x": [1, 2, 3, 4], "k": [1, 2, 3, 4]], [1, 4, 10, 20, 25, 24, 16])
        let inner = try run("convolve2d", ["x": g, "k": a]), outer = try run("convolve2d", ["x": f, "k": g])
        let both = [
            [0, 1, 4, 7, 6], [1, 11, 30, 39, 24], [7, 42, 86, 87, 42], [19, 74, 115, 101, 36], [21, 52, 59, 36, 0],
        ]
        try check("S1-17", "convolve2d", ["x": f, "k": inner], both)
        try check("S1-17", "convolve2d", ["x": outer, "k": a], both)
        let ramp = Array(repeating: [0, 1, 2, 3, 4], count: 5)
        try check("S1-18", "conv2d", ["x": ramp, "w": try run("sobel_x", [:])], [[8, 8, 8], [8, 8, 8], [8, 8, 8]])
        try check("S1-18", "conv2d", ["x": ramp, "w": try run("sobel_y", [:])], [[0, 0, 0], [0, 0, 0], [0, 0, 0]])
        try check("S1-19", "rot180", ["x": k], [[1, 0, -1], [2, 0, -2], [1, 0, -1]])
        let same = try run("convolve2d", ["x": r25, "k": a, "mode": "same"])
        #expect(same.element(12) == 489 && same.element(6) == 219, "S1-20, S1-21")
        try check("S1-23", "rot180", ["x": a], [[9, 8, 7], [6, 5, 4], [3, 2, 1]])
        #expect(try run("convolve2d", ["x": r25, "k": a, "mode": "valid"]).element(0) == 219, "S1-24")
        #expect(try run("conv2d", ["x": r25, "w": a]).element(0) == 411, "S1-24")
        try check("S1-26", "conv2d", ["x": x, "w": try run("rot180", ["x": k])], [[65]])
        try check("S1-26", "conv2d", ["x": x, "w": k], [[-65]])
        try check("S1-26", "conv2d", ["x": x, "w": try run("rot180", ["x": k]), "b": 1.5], [[66.5]])
    }

    @Test("S1-31 to S1-41: sizes, strides, channels and patches")
    func sizes() throws {
        for (row, n, k, s, p, expected) in [
            ("S0-25", 28, 5, 1, 0, 24), ("S0-26", 28, 5, 1, 2, 28), ("S0-26", 5, 4, 1, 1, 4),
            ("S1-31", 32, 5, 2, 2, 16),
            ("S1-33", 5, 3, 1, 1, 5), ("S1-35", 5, 3, 3, 0, 1), ("S3-68", 9, 3, 1, 0, 7), ("S3-69", 9, 3, 3, 0, 3),
            ("S4-27", 7, 3, 1, 1, 7), ("S4-28", 7, 3, 2, 0, 3), ("S4-30", 32, 5, 1, 0, 28), ("S4-32", 28, 2, 2, 0, 14),
        ] {
            try check(row, "conv_output_size", ["n": n, "k": k, "stride": s, "padding": p], expected)
        }
        try check("S1-32", "conv_output_size", ["n": [7, 6], "k": [3, 2]], [5, 5])
        try check("S1-34", "conv2d", ["x": r25, "w": a, "stride": 2], [[411, 501], [861, 951]])
        try check(
            "S1-34", "decimate2d", ["x": try run("conv2d", ["x": r25, "w": a]), "k": 2], [[411, 501], [861, 951]])
        let tens = [1, 10, 100].map { scale in a.map { $0.map { $0 * scale } } }
        try check(
            "S1-36", "conv2d", ["x": tens, "w": [[f, g, [[1, 0], [0, -1]]]]], [[[-303, -273], [-213, -183]]])
        let rgb = try Tensor([3, 5, 5], (0..<75).map(Double.init)),
            bank = try Tensor([4, 3, 3, 3], (0..<108).map(Double.init))
        #expect(try run("conv2d", ["x": rgb, "w": bank]).shape == [4, 3, 3], "S1-38")
        try check("S1-40", "im2col", ["x": a, "k": 2], [[1, 2, 4, 5], [2, 3, 5, 6], [4, 5, 7, 8], [5, 6, 8, 9]])
        #expect(try run("im2col", ["x": rgb, "k": 3]).shape == [9, 27], "S1-40")
    }

    @Test("S1-43 to S1-49 and S2-31 to S2-35: pooling")
    func pooling() throws {
        let q = [[1, 3, 2, 1], [4, 6, 5, 0], [7, 2, 9, 8], [1, 0, 3, 4]]
        try check("S1-43", "max_pool2d", ["x": q, "k": 2], [[6, 5], [7, 9]])
        try check("S1-43", "max_pool2d", ["x": q, "k": 2, "stride": 1], [[6, 6, 5], [7, 9, 9], [7, 9, 9]])
        let low = Array(repeating: [-5, -5, -5], count: 3)
        try check("S1-43", "max_pool2d", ["x": low, "k": 3, "stride": 1, "padding": 1], low)
        try check("S1-44", "max_pool2d", ["x": x, "k": 3], [[200]])
        try check("S1-46", "avg_pool2d", ["x": x, "k": 3], [[90]])
        for (row, column, expected) in [
            (0, 0, [[9, 0], [0, 0]]), (1, 1, [[9, 0], [0, 0]]), (1, 2, [[0, 9], [0, 0]]),
        ] {
            let start = try Tensor([4, 4], [9] + Array(repeating: 0, count: 15))
            let eye = try run("shift", ["x": start, "amounts": [row, column]])
            try check("S1-48", "max_pool2d", ["x": eye, "k": 2], expected)
        }
        let e = [[-1, 2, -3, -4], [3, 1, -2, -5], [0, -1, 5, 4], [2, 2, 6, 7]]
        let relu = e.map { $0.map { max($0, 0) } }
        let figure = [[1, 0, 2, 3], [4, 6, 6, 8], [3, 1, 1, 0], [1, 2, 2, 4]]
        try check("S2-31", "max_pool2d", ["x": relu, "k": 2], [[3, 0], [2, 7]])
        try check("S2-32", "max_pool2d", ["x": figure, "k": 2, "stride": 2], [[6, 8], [3, 4]])
        try check("S2-34", "avg_pool2d", ["x": relu, "k": 2], [[1.5, 0], [1, 5.5]])
        try check("S2-34", "avg_pool2d", ["x": figure, "k": 2], [[2.75, 4.75], [1.75, 1.75]])
        try check("S2-34", "avg_pool2d", ["x": e, "k": 2], [[1.25, -3.5], [0.75, 5.5]])
        try check("S2-35", "decimate2d", ["x": relu, "k": 2], [[0, 0], [0, 5]])
        try check("S2-35", "decimate2d", ["x": figure, "k": 2], [[1, 2], [3, 1]])
    }

    @Test("S2-13 to S2-28: the convolution layer and its gradients")
    func layer() throws {
        let upstream = [[0, 2, -1, 1], [-2, 0, 2, -1], [1, -2, 0, 2], [-1, 1, -2, 0]]
        try check(
            "S2-20", "correlate2d", ["x": upstream, "k": f, "mode": "valid"],
            [[-2, 8, 3], [-7, -2, 8], [-2, -7, -2]])
        try check("S2-27", "correlate2d", ["x": upstream, "k": a, "mode": "valid"], [[-4, 11], [-19, -4]])
        let misprint = try run("convolve2d", ["x": upstream, "k": a])
        try check("S2-28", try Tensor([2, 2], [0, 1, 6, 7].map(misprint.element)), [[0, 2], [-2, 4]])
        let images = [a, a.map { $0.map { 10 * $0 } }]
        let w = try run("rot180", ["x": [[f, g], [[[1, 0], [0, -1]], [[0, 0], [0, 1]]]]])
        try check("S2-14", "conv2d", ["x": images, "w": w], [[[83, 113], [173, 203]], [[14, 24], [44, 54]]])
    }

    @Test("S3-64 to S3-75 and S4-25 to S4-29: correlation demos and pooling")
    func demos() throws {
        let eight = [[0, 1, 2], [3, 4, 5], [6, 7, 8]]
        try check("S3-64", "conv2d", ["x": eight, "w": f], [[27, 37], [57, 67]])
        try check("S3-64", "convolve2d", ["x": eight, "k": f, "mode": "valid"], [[13, 23], [43, 53]])
        let maps = [[[1, 2, 0], [0, 1, 3], [2, 0, 1]], [[0, 1, 0], [1, 0, 2], [0, 1, 0]]]

        try check(
            "S3-67", "conv2d", ["x": maps, "w": [[[[1, -1], [0, 2]], [[1, 0], [0, -1]]]]], [[[1, 7], [-1, 0]]])
        let grid = (0..<6).map { row in (0..<6).map { 6 * row + $0 } }
        try check("S3-69", "conv2d", ["x": grid, "w": ones, "stride": 3], [[63, 90], [225, 252]])
        let p4 = [[1, 1, 2, 4], [5, 6, 7, 8], [3, 2, 1, 0], [1, 2, 3, 4]]
        try check("S3-70", "max_pool2d", ["x": p4, "k": 2], [[6, 8], [3, 4]])
        try check("S3-71", "avg_pool2d", ["x": p4, "k": 2], [[3.25, 5.25], [2, 2]])
        try check(
            "S3-72", "lp_pool2d", ["x": p4, "norm_type": 2, "k": 2], [[7.937254, 11.532563], [4.242641, 5.099020]])
        let box = try run("conv2d", ["x": p4, "w": try run("blur", ["n": 2])])
        try check("S3-75", "decimate2d", ["x": box, "k": 2], [[3.25, 5.25], [2, 2]])
        let image = ["0000000", "0111110", "0100100", "0101000", "0110000", "0100000", "0000000"].map(digits)
        let kernel = ["000", "011", "010"].map(digits)
        try check(
            "S4-25", "conv2d", ["x": image, "w": kernel], ["32231", "20210", "22100", "31000", "10000"].map(digits))
        try check(
            "S4-26", "convolve2d", ["x": image, "k": kernel, "mode": "valid"],
            ["12222", "22122", "21120", "22200", "22000"].map(digits))
        try check("S4-28", "conv2d", ["x": image, "w": kernel, "stride": 2], ["321", "210", "100"].map(digits))
    }

    private func digits(_ row: String) -> [Int] { row.compactMap(\.wholeNumberValue) }
}
