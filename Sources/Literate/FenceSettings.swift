import Syntax

/// What the attributes of one fence say, and what is wrong with them.
struct FenceSettings {
    private let source: Source
    private var values: [String: FenceAttribute] = [:]
    private(set) var problems: [Diagnostic]
    private static let mostProblems = 20

    init(source: Source, kind: FenceKind, reader: FenceAttributeReader) {
        self.source = source
        problems = reader.problems
        for attribute in reader.attributes {
            if !kind.keys.contains(attribute.key) {
                report(.unknownKey(attribute.key, known: kind.keys), at: attribute.keySpan)
            } else if values[attribute.key] != nil {
                report(.repeatedKey(attribute.key), at: attribute.keySpan)
            } else {
                values[attribute.key] = attribute
            }
        }
    }

    private mutating func report(_ problem: LessonProblem, at span: Span) {
        problems.append(problem.diagnostic(in: source, at: span))
    }

    mutating func cell(of fence: Fence, number: Int) -> LessonCell {
        var cell = LessonCell(number: number, fence: fence, code: fence.content)
        cell.id = text("id", wanted: "a name")
        cell.slides = text("slide", wanted: "slide names")?.split(separator: " ").map(String.init) ?? []
        cell.digits = value("digits", wanted: digitsWanted, digits(in:))
        cell.prediction = text("predict", wanted: "a question")
        cell.role = role()
        // each is shown with its line, which may be as long as it has problems
        cell.problems = Array(problems.prefix(FenceSettings.mostProblems))
        return cell
    }

    private mutating func role() -> LessonCell.Role {
        let exercise = text("exercise", wanted: "a name")
        guard let tested = text("test", wanted: "the name of an exercise") else {
            for key in ["points", "hidden", "credit"] {
                if let attribute = values[key] {
                    report(.misplacedAttribute(key, needs: "a test"), at: attribute.keySpan)
                }
            }
            return exercise.map(LessonCell.Role.exercise) ?? .plain
        }
        if exercise != nil, let attribute = values["exercise"] {
            report(.misplacedAttribute("exercise", needs: "a cell of its own"), at: attribute.keySpan)
        }
        var test = LessonCell.Test(exercise: tested, name: text("name", wanted: "a name"))
        test.points = value("points", wanted: "a number from 0 on", points(in:)) ?? 1
        test.isHidden = isFlagged("hidden")
        test.splitsCredit = value("credit", wanted: "each") { $0 == "each" ? true : nil } ?? false
        return .test(test)
    }

    private func points(in text: String) -> Double? {
        Double(text).flatMap { $0 >= 0 && $0.isFinite ? $0 : nil }
    }

    /// The exercise that a hint or a solution is for.
    mutating func exercise(of fence: Fence) -> String {
        if values["for"] == nil {
            report(
                .missingAttribute("for", of: source.text(fence.info).prefix { $0.isLetter }.description), at: fence.info
            )
        }
        return text("for", wanted: "the name of an exercise") ?? ""
    }

    /// After how many attempts a hint is shown.
    mutating func attempts() -> Int {
        value("after", wanted: "a whole number from 0 on") { Int($0).flatMap { $0 >= 0 ? $0 : nil } } ?? 1
    }

    private mutating func text(_ key: String, wanted: String) -> String? {
        value(key, wanted: wanted) { $0.isEmpty ? nil : $0 }
    }

    private mutating func value<Value>(_ key: String, wanted: String, _ read: (String) -> Value?) -> Value? {
        guard let attribute = values[key] else { return nil }
        if let value = attribute.value.flatMap(read) { return value }
        report(.badValue(key: key, value: attribute.value ?? "", wanted: wanted), at: attribute.valueSpan)
        return nil
    }

    private mutating func isFlagged(_ key: String) -> Bool {
        guard let attribute = values[key] else { return false }
        if let value = attribute.value {
            report(.badValue(key: key, value: value, wanted: "a word of its own"), at: attribute.valueSpan)
        }
        return true
    }
}

/// Finds names that stand twice and exercises that do not exist.
struct LessonNames {
    let source: Source

    func check(_ lesson: inout LessonFile) {
        var ids: [String: Int] = [:]
        var exercises: [String: Int] = [:]
        for index in lesson.cells.indices {
            let cell = lesson.cells[index]
            guard let fence = cell.fence else { continue }
            if let id = cell.id { note("id", id, in: &ids, of: fence, &lesson.cells[index].problems) }
            if case .exercise(let name) = cell.role {
                note("exercise", name, in: &exercises, of: fence, &lesson.cells[index].problems)
            }
        }
        let known = lesson.cells.compactMap { cell in
            if case .exercise(let name) = cell.role { name } else { nil }
        }
        for index in lesson.cells.indices {
            guard case .test(let test) = lesson.cells[index].role, let fence = lesson.cells[index].fence else {
                continue
            }
            require(test.exercise, among: known, of: fence, &lesson.cells[index].problems)
        }
        var solved: [String: Int] = [:]
        for solution in lesson.solutions where !solution.exercise.isEmpty {
            require(solution.exercise, among: known, of: solution.fence, &lesson.problems)
            note("solution of", solution.exercise, in: &solved, of: solution.fence, &lesson.problems)
        }
        for hint in lesson.hints where !hint.exercise.isEmpty {
            require(hint.exercise, among: known, of: hint.fence, &lesson.problems)
        }
    }

    private func note(
        _ kind: String, _ name: String, in seen: inout [String: Int], of fence: Fence, _ problems: inout [Diagnostic]
    ) {
        if let line = seen[name] {
            let problem = LessonProblem.repeatedName(kind: kind, name: name, line: line)
            problems.append(problem.diagnostic(in: source, at: fence.info))
        } else {
            seen[name] = source.place(of: Int(fence.whole.start)).line
        }
    }

    private func require(_ name: String, among known: [String], of fence: Fence, _ problems: inout [Diagnostic]) {
        guard !known.contains(name) else { return }
        problems.append(LessonProblem.unknownExercise(name, known: known).diagnostic(in: source, at: fence.info))
    }
}
