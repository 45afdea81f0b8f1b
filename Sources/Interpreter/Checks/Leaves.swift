import TensorEngine

/// One number or tensor within a value, and the way to it: `.W[0]`, nothing for the value itself.
struct Leaf {
    var path: String
    var tensor: Tensor
}

extension Dict.Key {
    /// The way to its entry: `.W`, `[0]`.
    var step: String { if case .text(let name) = self { ".\(name)" } else { "[\(text)]" } }
}

/// The first leaf in which two values differ, and how.
struct LeafDifference {
    var path: String
    var difference: Difference

    var sentence: String { place + difference.sentence }

    /// For two ways of computing, of which none is the reader's.
    var impartialSentence: String { place + difference.impartialSentence }

    private var place: String { path.isEmpty ? "" : "in \(path): " }
}

extension Machine {
    /// The numbers in a value, leaf by leaf; a container that fits a tensor is one leaf. Nil if it holds anything else.
    func leaves(of value: Value) throws -> [Leaf]? {
        var leaves: [Leaf] = []
        return try addLeaves(of: value, at: "", to: &leaves) ? leaves : nil
    }

    private func addLeaves(of value: Value, at path: String, to leaves: inout [Leaf]) throws -> Bool {
        if let tensor = try tensorOperand(value) {
            leaves.append(Leaf(path: path, tensor: tensor))
            return true
        }
        switch value {
        case .tuple(let tuple): return try addItems(tuple.items, at: path, to: &leaves)
        case .list(let list): return try addItems(list.items, at: path, to: &leaves)
        case .dictionary(let dictionary):
            for key in dictionary.keys {
                guard try addLeaves(of: dictionary[key] ?? .none, at: path + key.step, to: &leaves) else { return false }
            }
            return true
        default: return false
        }
    }

    private func addItems(_ items: [Value], at path: String, to leaves: inout [Leaf]) throws -> Bool {
        for (position, item) in items.enumerated() {
            guard try addLeaves(of: item, at: "\(path)[\(position)]", to: &leaves) else { return false }
        }
        return true
    }

    /// How two values of numbers differ; nil if they do not, or hold something else than numbers.
    func difference(
        _ yours: Value, _ theirs: Value, agrees: @escaping (_ yours: Double, _ theirs: Double) -> Bool
    ) throws -> LeafDifference? {
        guard let a = try leaves(of: yours), let b = try leaves(of: theirs) else { return nil }
        guard a.map(\.path) == b.map(\.path) else { return nil }
        for (yours, theirs) in zip(a, b) {
            let difference = Difference(yours.tensor, theirs.tensor) { agrees($0, theirs.tensor.element($1)) }
            if let difference { return LeafDifference(path: theirs.path, difference: difference) }
        }
        return nil
    }
}

/// When two numbers that were computed in different ways count as one.
struct Closeness {
    var absolute: Double
    var relative: Double
    /// Relative to theirs alone, or to the larger one.
    var isSymmetric: Bool

    static let exact = Closeness(absolute: 0, relative: 0, isSymmetric: true)
    /// Of `expect a ~ b` between computed values.
    static let computed = Closeness(absolute: 1e-9, relative: 1e-6, isSymmetric: false)
    /// Of `agree`.
    static let agreeing = Closeness(absolute: 1e-7, relative: 1e-6, isSymmetric: true)
    /// Of `same_function`; the absolute part is the rounding of numbers that cancel.
    static let sameFunction = Closeness(absolute: 1e-15, relative: 1e-9, isSymmetric: true)

    static func within(_ bound: Double) -> Closeness { Closeness(absolute: bound, relative: 0, isSymmetric: true) }

    func holds(_ yours: Double, _ theirs: Double) -> Bool {
        if yours == theirs || yours.isNaN && theirs.isNaN { return true }
        let size = isSymmetric ? max(abs(yours), abs(theirs)) : abs(theirs)
        // an infinite entry is near no other
        guard size.isFinite else { return false }
        return abs(yours - theirs) <= absolute + relative * size
    }
}
