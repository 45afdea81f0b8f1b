/// A bound that keeps a program from taking the machine with it.
public enum LimitProblem: Problem {
    case memory(requested: Int, inUse: Int, limit: Int)
    case rank(Int)
    case size(String)

    public var code: String {
        switch self {
        case .memory: "limit-memory"
        case .rank: "limit-rank"
        case .size: "limit-size"
        }
    }

    public var sentence: String {
        switch self {
        case .memory(0, let inUse, let limit):
            "this needs \(byteText(inUse)), and \(byteText(limit)) are allowed"
        case .memory(let requested, let inUse, let limit):
            limit == .max
                ? "this needs \(byteText(requested)) more, which the system has not"
                // what is hardly anything is no part of the story
                : inUse < limit / 100 ? "this needs \(byteText(requested)), and \(byteText(limit)) are allowed"
                : "this needs \(byteText(requested)) more, but \(byteText(inUse)) of \(byteText(limit)) are in use"
        case .rank(let rank): "a tensor has at most \(Shape.maximumRank) axes, not \(rank)"
        case .size(let what): "\(what) is more than a tensor can hold"
        }
    }
}

/// `1.5 GB`, `300 MB`, `12 KB`, `40 bytes`: powers of 1000, as disks and `--max-memory` count.
public func byteText(_ bytes: Int) -> String {
    for (unit, size) in [("GB", 1_000_000_000), ("MB", 1_000_000), ("KB", 1000)] where bytes >= size {
        let tenths = (Double(bytes) / Double(size) * 10).rounded()
        return tenths >= 100 || tenths.truncatingRemainder(dividingBy: 10) == 0
            ? "\(Int((tenths / 10).rounded())) \(unit)" : "\(tenths / 10) \(unit)"
    }
    return "\(bytes) bytes"
}
