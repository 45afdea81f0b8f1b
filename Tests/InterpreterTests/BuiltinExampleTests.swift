import Interpreter
import Literate
import Testing

/// What help says is true.
@Suite("Every builtin explains itself by examples that run")
struct BuiltinExampleTests {
    static let builtins = Builtin.all + Builtin.methods

    @Test("Every example gives the result that it states", arguments: builtins.flatMap { builtin in
        builtin.examples.map { Example(builtin: builtin.name, program: $0) }
    })
    func exampleHolds(example: Example) throws {
        let report = try run(example.program, named: "\(example.builtin).cl")
        // the report itself would be pages of a failure's text
        let isGood = report.isGood
        #expect(isGood, "\n\(report.rendered)")
        #expect(report.checkCount > 0, "the example states no result")
    }

    @Test("Every builtin has an example and a summary of one sentence", arguments: builtins.map(\.name))
    func isExplained(name: String) throws {
        let builtin = try #require(Self.builtins.first { $0.name == name })
        #expect(!builtin.examples.isEmpty)
        #expect(builtin.summary.last == ".")
        #expect(!builtin.summary.dropLast().contains(". "), "more than one sentence: \(builtin.summary)")
        #expect(!builtin.summary.contains("\n"))
        #expect(builtin.signature.hasPrefix(name + "("))
    }

    @Test("No two builtins share a name") func namesAreDistinct() {
        let names = Builtin.all.map(\.name)
        #expect(Set(names).count == names.count, "\(names.filter { name in names.count { $0 == name } > 1 })")
    }

    struct Example: CustomTestStringConvertible, Sendable {
        var builtin: String
        var program: String

        var testDescription: String { "\(builtin): \(program)" }
    }
}
