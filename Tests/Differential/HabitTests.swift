import Foundation
import Testing

/// Programs as students write them, and arithmetic on trees, that `habits.py` recorded with what Python and NumPy gave.
@Suite("Programs in students' habits do what Python does, and trees what NumPy does leaf by leaf")
struct HabitTests {
    @Test("and there are enough of them")
    func complete() {
        #expect(Habit.all.count { $0.kind == "styles" } >= 60)
        #expect(Habit.all.count { $0.kind == "trees" } >= 60)
    }

    @Test("in each kind", arguments: ["styles", "trees"])
    func agree(_ kind: String) {
        for habit in Habit.all where habit.kind == kind {
            let run = ProgramRun(habit.program)
            let problem = habit.problem(in: run)
            #expect(problem == nil, "\(habit.program)")
        }
    }
}

/// `--- 3 styles`, the program, and `#=` before each line that it must print.
private struct Habit {
    let kind: String
    let program: String
    private let printed: [Substring]

    static let all: [Habit] = {
        let path = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "habits.txt")
        let text = (try? String(contentsOf: path, encoding: .utf8)) ?? ""
        return text.components(separatedBy: "--- ").dropFirst().map(Habit.init)
    }()

    private init(_ text: String) {
        let lines = text.split(separator: "\n")
        kind = String(lines[0].split(separator: " ")[1])
        program = lines.dropFirst().filter { !$0.hasPrefix("#= ") }.joined(separator: "\n")
        printed = Habit.tokens(lines.filter { $0.hasPrefix("#= ") }.map { $0.dropFirst(3) }.joined(separator: " "))
    }

    /// Words and numbers; brackets and commas are written in different ways.
    private static func tokens(_ text: String) -> [Substring] { Substring(text).split { "[](),{}:| \n".contains($0) } }

    func problem(in run: ProgramRun) -> String? {
        if let failure = run.failure { return failure }
        let ours = Habit.tokens(run.printed)
        guard ours.count == printed.count else { return "\(ours) instead of \(printed)" }
        return zip(ours, printed).first { !Habit.agree($0, $1) }.map { "\($0), not \($1)" }
    }

    private static func agree(_ ours: Substring, _ theirs: Substring) -> Bool {
        if ours == theirs { return true }
        guard let x = Double(ours), let y = Double(theirs) else { return false }
        return abs(x - y) <= 1e-12 * max(1, abs(y))
    }
}
