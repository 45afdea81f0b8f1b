import Syntax
import TensorEngine

/// What other libraries write, and how that is written here: read from the cards and from what help says of a name.
package enum ForeignSpelling {
    /// The library that a name most often stands for, if a program has not defined it.
    static let libraries = [
        "np": "NumPy", "numpy": "NumPy", "scipy": "SciPy", "signal": "SciPy", "torch": "PyTorch", "nn": "PyTorch",
        "F": "PyTorch",
        "optim": "PyTorch", "tf": "TensorFlow", "keras": "Keras", "jax": "JAX", "jnp": "JAX", "plt": "Matplotlib",
        "cv2": "OpenCV",
        "math": "Python", "random": "Python",
    ]

    /// Our function for `np.concatenate`, by the last part of its name.
    package static func function(_ name: String) -> String? {
        if Builtin.named(name) != nil || Constant.named(name) != nil { return name }
        return aliases[name] ?? functions[name]
    }

    /// What no card writes as a function of ours.
    private static let aliases = [
        "array": "tensor", "asarray": "tensor", "as_tensor": "tensor", "constant": "tensor", "Tensor": "tensor",
        "FloatTensor": "tensor",
        "imshow": "show", "imread": "load_png", "imwrite": "save_png", "imsave": "save_png", "concat": "concat",
        "reduce_sum": "sum", "reduce_mean": "mean", "reduce_max": "max", "matmul": "matmul", "absolute": "abs",
        "amax": "max", "amin": "min",
    ]

    /// By the last part of their name: `concatenate` is `concat`.
    private static let functions: [String: String] = {
        var found: [String: String] = [:]
        for row in [Card.numpy, .pytorch, .matlab].flatMap(\.sections).flatMap(\.rows) {
            guard let theirs = Spelling(row.theirs), theirs.receiver == nil || libraries[theirs.root] != nil,
                let ours = row.ours.split(separator: "(").first.map(String.init), Builtin.named(ours) != nil
            else { continue }
            if found[theirs.name] == nil { found[theirs.name] = ours }
        }
        for builtin in Builtin.all {
            guard let theirs = Vocabulary.of(builtin.name).pytorch.flatMap(Spelling.init), found[theirs.name] == nil
            else { continue }
            found[theirs.name] = builtin.name
        }
        return found
    }()

    // MARK: Methods

    /// Our text for a method of theirs, with places for what it is called on and for its arguments.
    struct Template {
        var pieces: [Piece]

        enum Piece { case text(String), receiver, arguments }

        func text(receiver: String, arguments: String) -> String {
            let given = arguments.replacing("keepdim=", with: "keepdims=").replacing("dim=", with: "axis=")
            return pieces.map { piece in
                switch piece {
                case .text(let text): text
                case .receiver: receiver
                case .arguments: given
                }
            }.joined()
        }
    }

    /// The likeliest first.
    static func methods(_ name: String) -> [Template] {
        if unneeded.contains(name) { return [Template(pieces: [.receiver])] }
        if let text = fields[name] { return [Template(pieces: [.text(text + "("), .receiver, .text(")")])] }
        return templates[name] ?? []
    }

    /// Whether a method only turns one kind of value into another where here is one kind.
    static func isUnneeded(_ method: String) -> Bool { unneeded.contains(method) }

    private static let unneeded: Set<String> = [
        "item", "numpy", "detach", "cpu", "cuda", "to", "clone", "copy", "tolist", "contiguous", "requires_grad_",
        "long", "asnumpy",
    ]
    private static let fields = ["length": "len", "len": "len"]

    private static let templates: [String: [Template]] = {
        var found: [String: [Template]] = [:]
        for row in [Card.numpy, .pytorch].flatMap(\.sections).flatMap(\.rows) {
            guard let theirs = Spelling(row.theirs), let receiver = theirs.receiver, libraries[theirs.root] == nil,
                let template = Template(row.ours, receiver: receiver, arguments: theirs.arguments)
            else { continue }
            found[theirs.name, default: []].append(template)
        }
        return found
    }()
}

/// `np.linalg.inv(A)` or `x.unsqueeze(0)`, taken apart.
private struct Spelling {
    /// The first name of all.
    var root: String
    /// What stands before the last point.
    var receiver: String?
    var name: String
    var arguments: String

    init?(_ text: String) {
        let line = text.split(separator: "    #").first.map(String.init) ?? text
        let parsed = parse(Source(name: "card", text: line))
        let tree = parsed.tree
        guard parsed.diagnostics.isEmpty, tree.statements.count == 1,
            case .expression(let id) = tree.statements[0].kind,
            case .call(let callee, let given) = tree[id]
        else { return nil }
        switch tree[callee] {
        case .name(let name): (root, receiver, self.name) = (name, nil, name)
        case .field(let base, let field):
            guard case .name(let name) = tree[tree.root(of: base)] else { return nil }
            (root, receiver, self.name) = (name, tree.text(of: base), field.text)
        default: return nil
        }
        let inner = given.first.flatMap { first in
            given.last.map { last in Span(Int(tree.start(of: first)), Int(tree.span(of: last.value).end)) }
        }
        arguments = inner.map(tree.source.text) ?? ""
    }
}

extension Tree {
    fileprivate func start(of argument: CallArgument) -> Int32 {
        if case .keyword(let name) = argument.kind { name.span.start } else { span(of: argument.value).start }
    }
}

extension ForeignSpelling.Template {
    /// From our side of a card's row; nil if it does not hold what theirs is called on, or its arguments.
    fileprivate init?(_ ours: String, receiver: String, arguments: String) {
        var text = ours.range(of: "  #").map { String(ours[..<$0.lowerBound]) } ?? ours
        guard !text.contains(";") else { return nil }
        let given = arguments.replacing("keepdim=", with: "keepdims=").replacing("dim=", with: "axis=")
        if !given.isEmpty {
            guard let place = text.range(of: given, after: receiver) else { return nil }
            text.replaceSubrange(place, with: "\u{1}")
        }
        guard let place = text.firstWord(receiver) else { return nil }
        text.replaceSubrange(place, with: "\u{2}")
        pieces = []
        for character in text {
            switch character {
            case "\u{1}": pieces.append(.arguments)
            case "\u{2}": pieces.append(.receiver)
            default:
                if case .text(let before)? = pieces.last {
                    pieces[pieces.count - 1] = .text(before + String(character))
                } else {
                    pieces.append(.text(String(character)))
                }
            }
        }
    }
}

extension String {
    /// Where a text stands first.
    fileprivate func range(of part: String) -> Range<Index>? { ranges(of: part).first }

    /// Where a text stands last, behind another one's first place.
    fileprivate func range(of part: String, after other: String) -> Range<Index>? {
        guard let first = ranges(of: other).first else { return nil }
        return ranges(of: part).last { $0.lowerBound >= first.upperBound }
    }

    /// Where a text stands that is no part of a longer word.
    fileprivate func firstWord(_ word: String) -> Range<Index>? {
        ranges(of: word).first { place in
            let before = place.lowerBound > startIndex ? self[index(before: place.lowerBound)] : " "
            let after = place.upperBound < endIndex ? self[place.upperBound] : " "
            return !before.isLetter && !after.isLetter && before != "_" && after != "_"
        }
    }
}
