import Foundation
import Testing

/// Random programs that `gradients.py` recorded with the derivatives that PyTorch gives for their twins.
@Suite("Derivatives of random programs agree with PyTorch")
struct GradientTests {
    @Test("and there are enough of them")
    func complete() { #expect(GradientSample.all.count >= 80) }

    @Test("element by element")
    func agree() {
        for sample in GradientSample.all {
            let run = ProgramRun(sample.program)
            let ours = run.printed.split(separator: "\n").map(GradientSample.numbers)
            #expect(sample.isClose(to: ours), "seed \(sample.seed)\n\(sample.program)\ngives \(run.failure ?? run.printed)")
        }
    }
}

/// A seed, the program, and `#=` with the elements of each line that it prints.
private struct GradientSample {
    let seed: String
    let program: String
    private let derivatives: [[Double]]

    static let all: [GradientSample] = {
        let path = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "gradients.txt")
        let text = (try? String(contentsOf: path, encoding: .utf8)) ?? ""
        return text.components(separatedBy: "--- ").dropFirst().map(GradientSample.init)
    }()

    private init(_ text: String) {
        let lines = text.split(separator: "\n").map(String.init)
        seed = lines.first ?? "?"
        program = lines.dropFirst().filter { !$0.hasPrefix("#=") }.joined(separator: "\n")
        derivatives = lines.filter { $0.hasPrefix("#=") }.map { Self.numbers($0.dropFirst(2)) }
    }

    static func numbers(_ line: some StringProtocol) -> [Double] { line.split(separator: " ").map { Double($0) ?? .nan } }

    /// To 1e-9 of the largest element of a line, and at least of 1.
    func isClose(to ours: [[Double]]) -> Bool {
        guard !derivatives.isEmpty, ours.map(\.count) == derivatives.map(\.count) else { return false }
        return zip(ours, derivatives).allSatisfy { found, expected in
            let scale = expected.map(abs).reduce(1, max)
            return zip(found, expected).allSatisfy { abs($0 - $1) <= 1e-9 * scale }
        }
    }
}
