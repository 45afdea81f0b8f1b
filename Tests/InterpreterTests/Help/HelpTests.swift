import Foundation
import Interpreter
import Literate
import TensorEngine
import Testing

@Suite("Help knows every name and is right")
struct HelpTests {
    /// Section 11 of the language: the names that a program may count on.
    private static let names = """
        zeros ones full eye arange linspace rand randn randint permutation choice seed zeros_like ones_like one_hot tril triu
        meshgrid append tensor pi e inf nan reshape flatten transpose swap_axes squeeze expand_dims concat stack split pad roll
        shift flip rot90 rot180 tile repeat resize shape size abs sign sqrt exp log ln log2 log10 sin cos tan arctan sinh cosh
        tanh sigmoid relu leaky_relu softplus step floor ceil round clip where minimum maximum isnan isinf isfinite sum mean max
        min argmax argmin var std prod any all norm cumsum logsumexp softmax log_softmax median sort argsort unique nonzero
        count_nonzero @ dot outer diag trace_of einsum inv solve det rank convolve correlate convolve2d correlate2d conv1d conv2d
        conv_transpose2d im2col col2im max_pool1d max_pool2d avg_pool2d lp_pool2d decimate2d blur gaussian sharpen edge sobel_x
        sobel_y prewitt_x prewitt_y laplacian sobel conv_output_size print len range enumerate zip map sorted reversed int float
        str bool tuple allclose help time upper lower strip join replace startswith endswith keys values items get load_png
        save_png gray show plot scatter hist heatmap montage grad value_and_grad jacobian hessian numgrad vjp jvp gradcheck receptive_field parameters
        parameter_count
        """.split { $0 == " " || $0 == "\n" }.map(String.init)

    /// Of these the layers are still to be built; a name that is there must have its page.
    private static let mayBeMissing: Set<String> = ["receptive_field", "parameters", "parameter_count"]

    @Test("Every name of the language has a page with an example that states its result", arguments: names)
    func hasPage(name: String) throws {
        if Self.mayBeMissing.contains(name), Builtin.named(name) == nil { return }
        let page = try #require(HelpEntry.page(on: name), "help(\"\(name)\") has no page")
        #expect(page.contains("  #> ") || page.contains("\n    expect ") || page.contains("; expect "), "\(page)")
    }

    @Test(
        "Every operation on tensors says its shapes",
        arguments: Primitive.allCases.map(\.name).filter { Builtin.named($0) != nil })
    func saysShapes(name: String) throws {
        let builtin = try #require(Builtin.named(name))
        #expect(builtin.page.contains("    Shapes: "), "Vocabulary+Shapes.swift has no row for \(name)")
    }

    @Test("The examples of topics and constants run", arguments: Topic.all.map(\.name) + Constant.all.map(\.name))
    func exampleHolds(name: String) throws {
        let program = try #require(Topic.named(name)?.example ?? Constant.named(name)?.example)
        let report = try run(program, named: name)
        let isGood = report.isGood
        #expect(isGood, "\n\(report.rendered)")
        #expect(report.checkCount > 0)
    }

    @Test("Every name that is said to be related exists", arguments: HelpEntry.all.map(\.name))
    func relatedExist(name: String) throws {
        let page = try #require(HelpEntry.page(on: name))
        guard let line = page.split(separator: "\n").first(where: { $0.contains("See also ") }) else { return }
        for word in line.split(whereSeparator: { " ,.".contains($0) }).dropFirst(2) {
            #expect(HelpEntry.page(on: String(word)) != nil, "\(name) mentions \(word)")
        }
    }

    @Test("Every row of the vocabulary is about a name that exists") func vocabularyIsUsed() {
        for name in Vocabulary.names { #expect(HelpEntry.page(on: name) != nil, "\(name)") }
    }

    @Test("help of a function of one's own shows its head and its text")
    func ownFunction() throws {
        let text = try shownText("def twice(x):\n    \"\"\"Two times x.\"\"\"\n    return 2*x\nhelp(twice)")
        #expect(text == "def twice(x):\n\n    Two times x.")
        #expect(try shownText("f(x) = x**2\nhelp(f)") == "f(x) = x**2")
    }

    @Test("help of a value says what it is") func values() throws {
        #expect(try shownText("help([[1, 2]])").hasPrefix("tensor (1, 2) float64"))
        #expect(try shownText("help({\"a\": 1})").contains("keys values items get"))
        #expect(try shownText("help(3)") == "number")
    }

    @Test("An unknown name offers the nearest") func nearest() throws {
        #expect(try shownText("help(\"conv2\")").contains("conv2d(x, w"))
        #expect(try shownText("help(\"sofmax\")").hasPrefix("nothing is called \"sofmax\"; did you mean softmax?"))
        #expect(try shownText("help(\"qqqq zzzz\")").hasPrefix("nothing is called"))
    }

    @Test("Without an argument help says how to ask") func introduction() throws {
        let text = try shownText("help()")
        #expect(text.contains("blur a picture"))
        #expect(text.contains("conv2d"))
    }

    @Test("Words of the language lead to their topic, and a shared name to both pages") func keywords() throws {
        #expect(try shownText("help(\"while\")").hasPrefix("loops"))
        #expect(try shownText("help(\"@\")").hasPrefix("matmul(a, b)"))
        let split = try shownText("help(\"split\")")
        #expect(split.contains("sections=") && split.contains("split(s"))
    }

    @Test("The code of a message has its page in help, too") func codes() throws {
        #expect(try shownText("help(\"shape-outer\")").hasPrefix("# shape-outer"))
    }

    @Test("A page holds what there is to know") func page() throws {
        let page = try #require(HelpEntry.page(on: "conv2d"))
        for part in [
            "conv2d(x, w", "Refuses", "Slides: S0-24", "In PyTorch: F.conv2d", "See also convolve2d",
            "#> [[37, 47], [67, 77]]",
        ] {
            #expect(page.contains(part), "\(part)")
        }
        #expect(try #require(HelpEntry.page(on: "softmax")).contains("In NumPy or SciPy: scipy.special.softmax"))
    }
}

@Suite("Help finds pages by words")
struct HelpSearchTests {
    /// A query and the pages of which one must be the first hit.
    private static let first = [
        "blur a picture": ["blur"], "smooth an image": ["gaussian", "blur"], "find edges": ["edge", "sobel"],
        "matrix product": ["matmul"], "multiply two matrices": ["matmul"], "swap rows and columns": ["transpose"],
        "inverse of a matrix": ["inv"], "solve linear equations": ["solve"], "standard deviation": ["std"],
        "random normal numbers": ["randn"], "shuffle": ["permutation"], "one hot labels": ["one_hot"],
        "largest element": ["max"], "position of the largest": ["argmax"], "clamp": ["clip"], "concatenate": ["concat"],
        "cat": ["concat"], "unsqueeze": ["expand_dims"], "load a picture": ["load_png"], "save an image": ["save_png"],
        "make gray": ["gray"], "rotate a picture": ["rot90", "roll"], "natural logarithm": ["log", "ln"],
        "square root": ["sqrt"], "heaviside": ["step"], "deconvolution": ["conv_transpose2d"], "unfold": ["im2col"],
        "running total": ["cumsum"], "define a function": ["functions"], "for loop": ["loops"],
        "list comprehension": ["comprehensions"],
        "add an item to a list": ["append"], "euclidean length": ["norm"], "probabilities of classes": ["softmax"],
        "measure speed": ["time"], "compare with tolerance": ["allclose"], "sharper picture": ["sharpen"],
        "zero border": ["pad"], "count how many are true": ["count_nonzero"], "identity matrix": ["eye"],
    ]

    /// A query and a page that must be among the first three hits.
    private static let amongThree = [
        "transpose": "transpose", "softmax derivative": "softmax", "convolution of a picture": "conv2d",
        "pooling": "max_pool2d",
        "average of each window": "avg_pool2d", "edge detection": "edge", "enlarge an image": "resize",
        "mirror": "flip",
        "activation function": "relu", "round to whole numbers": "floor", "numpy": "numpy", "sum along an axis": "sum",
        "convolution output size": "conv_output_size", "upsample": "conv_transpose2d", "ascending order": "sort",
        "distinct values": "unique", "trim blanks": "strip", "modulo": "remainder", "crop a picture": "indexing",
        "add up all elements": "sum",
    ]

    @Test("The best page comes first", arguments: first.keys.sorted()) func bestIsFirst(query: String) throws {
        let found = HelpSearch.entries(for: query).map(\.name)
        let wanted = try #require(Self.first[query])
        #expect(wanted.contains(found.first ?? ""), "\(query): \(found)")
    }

    @Test("A fitting page is among the first three", arguments: amongThree.keys.sorted()) func isAmongThree(
        query: String
    ) throws {
        let found = HelpSearch.entries(for: query).prefix(3).map(\.name)
        #expect(found.contains(try #require(Self.amongThree[query])), "\(query): \(found)")
    }

    @Test("Nothing is found by words that say nothing") func nothing() {
        #expect(HelpSearch.entries(for: "").isEmpty)
        #expect(HelpSearch.entries(for: "xyzzy").isEmpty)
        #expect(HelpSearch.entries(for: "-- !").isEmpty)
    }
}

@Suite("Every line of the cards is true")
struct CardTests {
    @Test("What stands on the right runs", arguments: Card.all.map(\.name)) func holds(name: String) throws {
        let card = try #require(Card.named(name))
        for row in card.sections.flatMap(\.rows) {
            let report = try run(card.setup + "\n" + row.program, named: row.theirs)
            let isGood = report.isGood
            #expect(isGood, "\(row.ours)\n\(report.rendered)")
            #expect(report.checkCount == 1, "\(row.ours)")
        }
    }

    @Test("A card is no more than two pages", arguments: Card.all.map(\.name)) func length(name: String) throws {
        let page = try #require(HelpEntry.page(on: name))
        #expect(page.split(separator: "\n").count <= 100)
        for line in page.split(separator: "\n") { #expect(line.count <= 132, "\(line)") }
    }
}

extension Card.Row {
    /// An expected error stands on its own line in a program.
    fileprivate var program: String { ours.replacingOccurrences(of: "  #! ", with: "\n#! ") }
}
