import Foundation

/// A recorded program and what it must print, or the code of the error that the language's list asks for.
struct Sample: Sendable {
    let name: String
    let area: String
    let program: String
    private let results: [PrintedTensor]
    private let refusal: String?
    /// Of the largest element, and at least of 1.
    private let tolerance: Double

    /// A test holds that there are enough: one that cannot be read is missing.
    static let all: [Sample] = {
        let path = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "sample.txt")
        let text = (try? String(contentsOf: path, encoding: .utf8)) ?? ""
        return text.components(separatedBy: "--- ").dropFirst().compactMap(Sample.init)
    }()

    static let areas = Set(all.map(\.area)).sorted()

    /// `0 operators float32`, then the program, then `#=` and a printed tensor for each result, or `#!` and a code.
    private init?(_ text: String) {
        let lines = text.split(separator: "\n").map(String.init)
        guard let heading = lines.first?.split(separator: " ").map(String.init), heading.count >= 2 else { return nil }
        name = "seed \(heading[0])"
        area = heading[1]
        tolerance = heading.last == "float32" ? 1e-5 : 1e-12
        program = lines.dropFirst().filter { !$0.hasPrefix("#") }.joined(separator: "\n")
        results = lines.filter { $0.hasPrefix("#= ") }.compactMap { PrintedTensor($0.dropFirst(3)) }
        refusal = lines.first { $0.hasPrefix("#! ") }.map { String($0.dropFirst(3)) }
        guard !results.isEmpty || refusal != nil else { return nil }
    }

    /// Nil where a run gave what NumPy gives.
    func problem(in run: ProgramRun) -> String? {
        if refusal != nil || run.failure != nil {
            return run.failure == refusal ? nil : "\(run.failure ?? "no error"), not \(refusal ?? "a result")"
        }
        let printed = run.printed.split(separator: "\n").map { PrintedTensor($0) }
        guard printed.count == results.count else { return "\(printed.count) results, not \(results.count)" }
        for case (let ours, let theirs) in zip(printed, results) {
            guard let ours else { return "a result that cannot be read: \(run.printed)" }
            if let problem = theirs.problem(with: ours, tolerance: tolerance) { return problem }
        }
        return nil
    }
}

/// `(2, 2) float64 1 2.5 3 nan`
struct PrintedTensor: Sendable {
    private let kind: String
    private let elements: [Double]

    init?(_ line: some StringProtocol) {
        guard let close = line.firstIndex(of: ")") else { return nil }
        let words = line[line.index(after: close)...].split(separator: " ")
        guard let dtype = words.first else { return nil }
        kind = line[...close] + " " + dtype
        elements = words.dropFirst().compactMap { $0 == "True" ? 1 : $0 == "False" ? 0 : Double($0) }
        guard elements.count == words.count - 1 else { return nil }
    }

    /// Nil where `other` is the same; an infinity or NaN only where this has it too.
    func problem(with other: PrintedTensor, tolerance: Double) -> String? {
        guard kind == other.kind, elements.count == other.elements.count else { return "\(other.kind), not \(kind)" }
        let largest = elements.filter(\.isFinite).map(\.magnitude).reduce(1, max)
        for (ours, theirs) in zip(other.elements, elements) {
            let isSame = theirs.isFinite
                ? (ours - theirs).magnitude <= tolerance * largest : ours == theirs || (ours.isNaN && theirs.isNaN)
            if !isSame { return "\(ours), not \(theirs)" }
        }
        return nil
    }
}
