import Foundation
import Testing

/// Random expressions that `symbolic.py` recorded with the values of their derivatives in SymPy.
@Suite("Symbolic derivatives agree with SymPy")
struct SymbolicTests {
    @Test("and there are enough of them, up to the third order")
    func complete() {
        #expect(SymbolicSample.all.count >= 200)
        #expect(Set(SymbolicSample.all.map(\.names.count)) == [1, 2, 3])
    }

    @Test("at each recorded point")
    func agree() {
        for sample in SymbolicSample.all {
            let run = ProgramRun(sample.program)
            let ours = Double(run.printed.trimmingCharacters(in: .whitespacesAndNewlines)) ?? .nan
            let isClose = abs(ours - sample.value) <= 1e-9 * max(1, abs(sample.value))
            #expect(isClose, "\(sample.program) gives \(run.failure ?? run.printed), not \(sample.value)")
        }
    }
}

/// `sin((x)*(y)); xxy; 0.3 1.2; -0.25`: what is differentiated by which names, where, and SymPy's value.
private struct SymbolicSample {
    let names: [Character]
    let program: String
    let value: Double

    static let all: [SymbolicSample] = {
        let path = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "symbolic.txt")
        let text = (try? String(contentsOf: path, encoding: .utf8)) ?? ""
        return text.split(separator: "\n").compactMap(SymbolicSample.init)
    }()

    private init?(_ line: Substring) {
        let parts = line.components(separatedBy: "; ")
        guard parts.count == 4, let value = Double(parts[3]) else { return nil }
        names = Array(parts[1])
        let derivative = names.reduce("(x, y) -> \(parts[0])") { "symbolic(\($0), \"\($1)\")" }
        program = "print(\(derivative)(\(parts[2].replacing(" ", with: ", "))))"
        self.value = value
    }
}
