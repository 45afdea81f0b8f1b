/// Sums of products written with letters for axes.
extension Primitive {
    public static let einsum = Primitive(
        "einsum", .linear, "Products of tensors summed over the letters that the result does not keep.",
        [Parameter("subscripts", .text), Parameter("tensors", .tensors, variadic: true)],
        examples: [
            "einsum(\"ij,jk->ik\", [[1, 2]], [[3], [4]])  #> [[11]]",
            "einsum(\"ii\", [[1, 2], [3, 4]])  #> 5",
            "einsum(\"...i->...\", [[1, 2], [3, 4]])  #> [3, 7]",
        ],
        refuses: ["letters that no tensor has", "a letter with two sizes"],
        numpy: "np.einsum(subscripts, *tensors)", related: ["matmul", "sum", "transpose"],
        sample: {
            let tensors = [try Samples.numbers([2, 3], &$0), try Samples.numbers([3, 4], &$0)]
            return [.text("ij,jk->ik"), .tensors(tensors)]
        },
        body: .composed { arguments in
            let tensors = arguments.tensors(1)
            let subscripts = try Subscripts(arguments.text(0), tensors.map(\.shape))
            // Masks are summed as numbers; of masks alone the result is one, as in NumPy.
            let sum = try subscripts.evaluate(tensors.map { try $0.converted(to: $0.dtype.asFloat) })
            return [tensors.allSatisfy { $0.dtype == .bool } ? try sum.converted(to: .bool) : sum]
        })
}

/// `"ij,jk->ik"`, read: the letters of each input and of the result.
struct Subscripts {
    private let text: String
    private let inputs: [[Character]]
    private let output: [Character]

    /// - Throws: `ValueProblem.subscripts` for what cannot be read, `ShapeProblem.einsum` for unequal sizes.
    init(_ text: String, _ shapes: [Shape]) throws {
        self.text = text
        let letters = text.filter { $0 != " " }
        let sides = letters.split(separator: ">", maxSplits: 1, omittingEmptySubsequences: false)
        let isExplicit = sides.count == 2 && sides[0].hasSuffix("-")
        let left = isExplicit ? sides[0].dropLast() : letters[...]
        let terms = left.split(separator: ",", omittingEmptySubsequences: false).map(Term.init)
        guard terms.count == shapes.count else {
            throw ValueProblem.subscripts(
                text, reason: "it names \(terms.count) tensors, and \(shapes.count) are given")
        }
        inputs = zip(terms, shapes).map { $0.spelled(axes: $1.rank - $0.letters.count) }
        let dots = zip(terms, shapes).map { $0.hasDots ? $1.rank - $0.letters.count : 0 }.max() ?? 0
        let result = isExplicit ? Term(sides[1]) : Subscripts.implicitOutput(terms)
        output = result.spelled(axes: dots)
        try check(terms + [result], dots: dots)
        try checkSizes(shapes)
    }

    /// The letters of one tensor, and where among them `...` stands for any number of axes.
    private struct Term {
        var before: [Character]
        var after: [Character]
        var hasDots = false

        init(_ text: Substring) {
            let dots = text.firstRange(of: "...")
            before = Array(text[..<(dots?.lowerBound ?? text.endIndex)])
            after = Array(text[(dots?.upperBound ?? text.endIndex)...])
            hasDots = dots != nil
        }

        var letters: [Character] { before + after }

        /// With names for the axes of `...`, counted from the last, which no program can write: control characters.
        func spelled(axes: Int) -> [Character] {
            guard hasDots, axes > 0 else { return letters }
            let names = (0..<axes).reversed().map { Character(Unicode.Scalar(UInt8(truncatingIfNeeded: $0 % 32))) }
            return before + names + after
        }
    }

    /// NumPy's: the axes of `...`, then the letters that occur once, in alphabetical order.
    private static func implicitOutput(_ terms: [Term]) -> Term {
        let all = terms.flatMap(\.letters)
        var output = Term("...")
        output.after = all.filter { letter in all.count { $0 == letter } == 1 }.sorted()
        return output
    }

    private func check(_ terms: [Term], dots: Int) throws {
        func refuse(_ reason: String) -> ValueProblem { .subscripts(text, reason: reason) }
        for letter in terms.flatMap(\.letters) where !letter.isASCII || !letter.isLetter {
            throw refuse("axes are letters, and \"\(letter)\" is none")
        }
        if let result = terms.last, dots > 0, !result.hasDots { throw refuse("the result must keep the axes of ...") }
        let known = inputs.flatMap(\.self)
        for (i, letter) in output.enumerated() {
            if !known.contains(letter) { throw refuse("no tensor has the axis \(letter)") }
            if output[..<i].contains(letter) { throw refuse("the result names the axis \(letter) twice") }
        }
    }

    private func checkSizes(_ shapes: [Shape]) throws {
        var sizes: [Character: Int] = [:]
        for (letters, shape) in zip(inputs, shapes) {
            guard letters.count == shape.rank else {
                let written = String(letters.filter(\.isLetter))
                throw ValueProblem.subscripts(text, reason: "\"\(written)\" does not name the axes of \(shape)")
            }
            for (letter, size) in zip(letters, shape) {
                if let known = sizes[letter], known != size {
                    throw ShapeProblem.einsum(letter: letter.isLetter ? String(letter) : "...", known, size)
                }
                sizes[letter] = size
            }
        }
    }

    /// From left to right, two tensors at a time, summing each letter as soon as nothing needs it any more.
    func evaluate(_ tensors: [Tensor]) throws -> Tensor {
        var factors = try zip(inputs, tensors).map { try Lettered($0, $1).withoutRepeats() }
        guard var product = factors.first else { throw ShapeProblem.nothing(operation: "einsum") }
        factors.removeFirst()
        product = try product.keeping(output + factors.flatMap(\.letters))
        while let next = factors.first {
            factors.removeFirst()
            let needed = output + factors.flatMap(\.letters)
            product = try product.times(next.keeping(needed + product.letters), keeping: needed)
        }
        return try product.ordered(output)
    }
}

/// A tensor whose axes have letters.
private struct Lettered {
    var letters: [Character]
    var tensor: Tensor

    init(_ letters: [Character], _ tensor: Tensor) {
        self.letters = letters
        self.tensor = tensor
    }

    /// Of a letter that names two axes, the diagonal.
    func withoutRepeats() throws -> Lettered {
        for (second, letter) in letters.enumerated() {
            guard let first = letters.firstIndex(of: letter), first < second else { continue }
            let rest = letters.indices.filter { $0 != first && $0 != second }
            let moved = try Primitive.transpose(.tensor(tensor), .wholes([first, second] + rest))
            let along = try IndexItem.list(Tensor((0..<tensor.shape[first]).map(Double.init)))
            let diagonal = try Primitive.index(.tensor(moved), .index([along, along]))
            return try Lettered([letter] + rest.map { letters[$0] }, diagonal).withoutRepeats()
        }
        return self
    }

    /// Summed over the letters that are not needed.
    func keeping(_ needed: [Character]) throws -> Lettered {
        let gone = letters.indices.filter { !needed.contains(letters[$0]) }
        if gone.isEmpty { return self }
        let sum = try Primitive.sum(.tensor(tensor), .wholes(gone), .flag(false))
        return Lettered(letters.filter(needed.contains), sum)
    }

    /// The axes in the order of `wanted`, which names each once.
    func ordered(_ wanted: [Character]) throws -> Tensor {
        if wanted == letters { return tensor }
        return try Primitive.transpose(.tensor(tensor), .wholes(wanted.compactMap(letters.firstIndex)))
    }

    /// As a stack of matrix products: letters of both that stay are the stack, letters of both that go are summed.
    func times(_ other: Lettered, keeping needed: [Character]) throws -> Lettered {
        let both = letters.filter(other.letters.contains)
        let stack = both.filter(needed.contains)
        let summed = both.filter { !needed.contains($0) }
        let rows = letters.filter { !both.contains($0) }
        let columns = other.letters.filter { !both.contains($0) }
        let left = try matrix(stack, rows, summed)
        let right = try other.matrix(stack, summed, columns)
        let product = try Primitive.matmul(.tensor(left), .tensor(right))
        let sizes = sizes(of: stack + rows) + other.sizes(of: columns)
        return Lettered(stack + rows + columns, try Primitive.reshape(.tensor(product), .wholes(sizes)))
    }

    /// The axes joined to three.
    private func matrix(_ stack: [Character], _ rows: [Character], _ columns: [Character]) throws -> Tensor {
        let groups = [stack, rows, columns].map { sizes(of: $0).reduce(1, *) }
        return try Primitive.reshape(.tensor(ordered(stack + rows + columns)), .wholes(groups))
    }

    private func sizes(of wanted: [Character]) -> [Int] {
        wanted.compactMap { letters.firstIndex(of: $0) }.map { tensor.shape[$0] }
    }
}
