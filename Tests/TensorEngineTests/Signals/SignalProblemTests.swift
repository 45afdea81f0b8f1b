import TensorEngine
import Testing

/// Every refusal, with the words that a learner reads.
@Suite struct SignalProblemTests {
    private func problem(_ name: String, _ arguments: [String: Any]) throws -> any Problem {
        do {
            let result = try run(name, arguments)
            throw VectorError.value("\(name) gave \(result.shape)")
        } catch let problem as any Problem {
            return problem
        }
    }

    private func check(
        _ name: String, _ arguments: [String: Any], _ text: String, location: SourceLocation = #_sourceLocation
    ) throws {
        let problem = try problem(name, arguments)
        let lines =
            ["\(problem.code): \(problem.sentence)"] + problem.reasons + (problem.mend.map { ["= write \($0)"] } ?? [])
        #expect(lines.joined(separator: "\n") == text, sourceLocation: location)
    }

    private let five = Array(repeating: [1, 2, 3, 4, 5], count: 5)
    private let ones = [[1, 1, 1], [1, 1, 1], [1, 1, 1]]

    @Test("A stride that skips pixels is reported when asked, S1-35")
    func strides() throws {
        try check(
            "conv2d", ["x": five, "w": ones, "stride": 3, "strict": true],
            """
            value-stride: the stride skips rows 3, 4 and columns 3, 4
            rows: (5 + 2*0 - 3)/3 + 1 = 1.6667, rows 3, 4 unread
            columns: (5 + 2*0 - 3)/3 + 1 = 1.6667, columns 3, 4 unread
            = write stride=2
            """)
        #expect(try run("conv2d", ["x": five, "w": ones, "stride": 3]).shape == [1, 1])
        for stride in [1, 2] {
            _ = try run("conv2d", ["x": five, "w": ones, "stride": stride, "strict": true])
        }
        try check(
            "conv1d", ["x": [1, 2, 3, 4, 5, 6, 7], "w": [1], "stride": 2, "strict": true],
            """
            value-stride: the stride skips elements 1, 3, 5
            elements: (7 + 2*0 - 1)/2 + 1 = 4, elements 1, 3, 5 unread
            = write stride=1
            """)
        try check(
            "conv2d", ["x": five, "w": ones, "stride": [1, 3], "strict": true],
            """
            value-stride: the stride skips columns 3, 4
            columns: (5 + 2*0 - 3)/3 + 1 = 1.6667, columns 3, 4 unread
            = write stride=2
            """)
        try check(
            "conv2d", ["x": five, "w": ones, "stride": 2, "padding": "same"],
            "value-stride: padding=\"same\" keeps the size only at stride 1")
    }

    @Test("Windows that do not fit are named")
    func pools() throws {
        try check(
            "max_pool2d", ["x": five, "k": 2, "strict": true],
            """
            pool-fit: 5 columns and 5 rows do not divide into windows of 2 at stride 2
            columns: (5 + 2*0 - 2)/2 + 1 = 2.5
            rows: (5 + 2*0 - 2)/2 + 1 = 2.5
            """)
        try check(
            "avg_pool2d", ["x": [[1, 2, 3]], "k": [1, 2], "strict": true],
            "pool-fit: 3 columns do not divide into windows of 2 at stride 2\ncolumns: (3 + 2*0 - 2)/2 + 1 = 1.5")
        try check(
            "max_pool2d", ["x": [[1, 2], [3, 4]], "k": 3],
            "pool-fit: a window of 3 columns does not fit into 2\n(2 + 2*0 - 3)/3 + 1 = 0.6667")
        try check(
            "max_pool2d", ["x": five, "k": 2, "padding": 2],
            """
            value-padding: padding is at most half the window: 2 of 2 columns
            a window that lies outside would have no element
            """)
        try check(
            "lp_pool2d", ["x": five, "norm_type": 0, "k": 2], "value-norm-type: norm_type is greater than 0, not 0")
        try check("max_pool1d", ["x": [1, 2, 3], "k": [2, 2]], "value-k: k is one whole number here, not 2")
        try check(
            "max_pool2d", ["x": [1, 2, 3], "k": 2],
            "shape-image: max_pool2d takes an image (H, W), (C, H, W) or (N, C, H, W), not (3,)")
    }

    @Test("Kernels that do not belong to the image are refused")
    func kernels() throws {
        try check(
            "conv2d", ["x": ones, "w": five],
            "shape-kernel: a kernel of 5 rows does not fit into 3\n(3 + 2*0 - 5)/1 + 1 = -1")
        try check(
            "conv2d", ["x": five, "w": [ones, ones]],
            """
            shape-kernel: a kernel of shape (2, 3, 3) can be read in two ways
            one filter that sums over 2 channels: reshape(w, (1, 2, 3, 3))
            2 filters of one channel each: reshape(w, (2, 1, 3, 3))
            """)
        try check(
            "conv2d", ["x": five, "w": [[ones, ones]]],
            """
            shape-channels: the kernel (1, 2, 3, 3) takes 2 channels, the image (5, 5) has 1
            a kernel is (filters, channels per group, rows, columns)
            """)
        try check(
            "conv2d", ["x": [five, five], "w": [[ones], [ones], [ones]], "groups": 2],
            """
            value-groups: 2 groups do not divide 2 channels and 3 filters
            each group takes its share of the channels and gives its share of the filters
            """)
        try check(
            "conv2d", ["x": five, "w": [[ones]], "b": [1, 2]], "shape-bias: the bias is (2,), but there is 1 filter")
        try check(
            "conv2d", ["x": five, "w": [1, 2]],
            "shape-kernel: conv2d takes a kernel (rows, columns) or (filters, channels / groups, rows, columns), not (2,)"
        )
        try check(
            "conv1d", ["x": five, "w": five],
            """
            shape-kernel: a kernel of shape (5, 5) can be read in two ways
            one filter that sums over 5 channels: reshape(w, (1, 5, 5))
            5 filters of one channel each: reshape(w, (5, 1, 5))
            """)
        try check(
            "convolve", ["x": ones, "k": [1, 2]],
            "shape-rank: convolve takes two tensors of as many axes, not (3, 3) and (2,)")
        try check(
            "convolve2d", ["x": ones, "k": [[1, 2, 3, 4]], "mode": "valid"],
            "shape-kernel: mode=\"valid\" needs one to hold the other: (3, 3) and (1, 4) do not")
        try check(
            "convolve2d", ["x": ones, "k": try Tensor([0, 2], [])],
            "shape-kernel: a kernel has at least one element along each axis: this one is (0, 2)")
        try check(
            "conv_transpose2d", ["x": ones, "w": [[1, 1], [1, 1]], "padding": 2],
            "value-size: padding of 2 leaves nothing of the result\n(3 - 1)*1 - 2*2 + 2 + 0 = 0")
        try check(
            "conv_transpose2d", ["x": ones, "w": [[1, 1], [1, 1]], "output_padding": 1],
            "value-output-padding: output_padding is smaller than the stride 1 or the dilation 1 of the rows, not 1")
    }

    @Test("Padding says which reading it needs")
    func padding() throws {
        try check(
            "pad", ["x": ones, "n": [1, 2]],
            """
            value-padding: pad(x, (1, 2)) can be read in two ways
            1 before and 2 after on each axis: pad(x, ((1, 2), (1, 2)))
            1 on both ends of the rows and 2 on both ends of the columns: pad(x, ((1, 1), (2, 2)))
            """)
        try check(
            "pad", ["x": [1, 2], "n": 2, "mode": "reflect"],
            """
            value-padding: reflect padding of 2 does not fit axis 0, which has 2
            reflect repeats the inside without the edge, so 2 must be less than 2
            """)
        try check(
            "pad", ["x": [1, 2], "n": 3, "mode": "circular"],
            """
            value-padding: circular padding of 3 does not fit axis 0, which has 2
            each element is repeated once at most
            """
        )
        try check("pad", ["x": [1, 2], "n": -1], "value-padding: padding is at least 0, not -1")
        try check(
            "pad", ["x": ones, "n": [[1, 1], [2, 2], [3, 3]]],
            "value-padding: pad got 3 pairs (before, after) for 2 axes")
        try check(
            "shift", ["x": ones, "amounts": 1],
            "value-amounts: shift needs one amount per axis: 2, not 1\nshift(x, (u, v)) moves u rows and v columns")
        try check("flip", ["x": ones, "axis": 2], "shape-axis: there is no axis 2 in (3, 3)")
        try check("flip", ["x": ones, "axis": [0, -2]], "shape-axis: axis 0 is named twice")
        try check("rot90", ["x": [1, 2]], "shape-axis: rot90 needs 2 axes, but the tensor is (2,)")
        try check("repeat", ["x": [1, 2, 3], "n": [1, 2]], "value-repeats: repeat got 2 counts for 3 elements")
    }

    @Test("A size below 1 shows the formula")
    func sizes() throws {
        try check(
            "conv_output_size", ["n": 3, "k": 5],
            "value-size: a window of 5 does not fit 3\n(3 + 2*0 - 5)/1 + 1 = -1")
        try check("conv_output_size", ["n": 5, "k": 3, "stride": 0], "value-stride: stride is at least 1, not 0")
        try check(
            "conv_output_size", ["n": 5, "k": [1, 2, 3]],
            "value-k: k is one whole number or two, (rows, columns), not 3")
        try check("gaussian", ["n": 3, "sigma": 0], "value-sigma: sigma is greater than 0, not 0")
    }

    @Test("What is too large for the budget is a limit")
    func limits() throws {
        let budget = MemoryBudget(limit: 100_000)
        #expect(throws: LimitProblem.self) {
            try budget.whileCurrent { try run("pad", ["x": [1, 2], "n": 1_000_000]) }
        }
        #expect(throws: LimitProblem.self) {
            try budget.whileCurrent { try run("tile", ["x": [1, 2], "reps": [1, 1, 1, 1, 1, 1, 1, 1, 2]]) }
        }
        #expect(budget.inUse == 0)
    }

    @Test(
        "Numbers of any size are refused, never trapped on",
        arguments: [Int.min, -1, 0, Int(Int32.max), 1 << 52, Int.max])
    func hugeNumbers(number: Int) throws {
        let budget = MemoryBudget(limit: 10_000_000)
        let image = try Tensor([2, 2], [1, 2, 3, 4])
        for name in [
            "conv2d", "conv_transpose2d", "conv1d", "im2col", "max_pool2d", "avg_pool2d", "lp_pool2d", "decimate2d",
            "pad", "shift", "roll", "rot90", "tile", "repeat", "blur", "gaussian", "conv_output_size",
        ] {
            let primitive = try Primitive.signal(name)
            let wholes = primitive.parameters.filter {
                [.whole, .wholes, .margins].contains($0.kind) || $0.name == "padding"
            }
            for (one, other) in wholes.flatMap({ one in wholes.map { (one, $0) } }) {
                var given: [String: Any] = [
                    "x": name == "conv1d" ? [1, 2] : image, "w": name == "conv1d" ? [1] : [[1]], "k": 1, "n": 1,
                    "norm_type": 2, "sigma": 1, "amounts": [1, 1], "reps": 1, "ceil_mode": true,
                ]
                given = given.filter { key, _ in primitive.parameters.contains { $0.name == key } }
                for parameter in [one, other] {
                    given[parameter.name] = parameter.name == "amounts" ? [number, number] : number as Any
                }
                do {
                    _ = try budget.whileCurrent { try run(name, given) }
                } catch is any Problem {}
            }
        }
        #expect(budget.inUse == 0)
    }
}
