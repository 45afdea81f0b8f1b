import TensorEngine

/// Bracket lists, and the places in them.
enum ListProblem: RewritingProblem {
    case ragged(row: Int, length: Int, expected: Int)
    case range(index: Double, count: Int, kind: String)
    case whole(Double)
    case noKey(String, nearest: String?)
    case notIndex(kind: String, of: String)

    var code: String {
        switch self {
        case .ragged: "shape-ragged"
        case .range: "index-range"
        case .whole: "index-whole"
        case .noKey: "index-key"
        case .notIndex: "type-index"
        }
    }

    var sentence: String {
        switch self {
        case .ragged(let row, let length, let expected):
            "row \(row) has \(length) number\(length == 1 ? "" : "s"), but row 0 has \(expected)"
        case .range(let index, let count, let kind):
            "index \(numberText(index, .float64, digits: 4)) is outside \(kind) of \(count)"
        case .whole(let index):
            "\(numberText(index, .float64, digits: 4)) is not whole; // divides to whole numbers"
        case .noKey(let key, _): "the dict has no key \(key)"
        case .notIndex(let kind, let of): "\(of) is indexed by whole numbers, not by \(kind)"
        }
    }

    var reasons: [String] {
        switch self {
        case .ragged:
            ["rows of numbers are the rows of a tensor, so they have one length", "a tuple keeps rows of different lengths apart"]
        case .range(_, let count, _):
            count == 0 ? ["it is empty"] : ["\(count) items have the indexes 0 to \(count - 1), or -\(count) to -1 from the end"]
        default: []
        }
    }

    func mend(_ failed: FailedText) -> String? {
        guard case .ragged = self, failed.whole.hasPrefix("["), failed.whole.hasSuffix("]") else { return nil }
        return "(\(failed.whole.dropFirst().dropLast()))"
    }

    var nearest: String? {
        if case .noKey(_, let nearest?) = self { quoted(nearest) } else { nil }
    }
}
