import Interpreter
import Literate
import Syntax
import Testing

@Suite("A lesson runs from top to bottom")
struct LessonRunnerTests {
    @Test("The example of the language's page")
    func example() throws {
        let path = bundledLesson("pooling.cl")
        let text = String(decoding: try FileSystem.read(path, name: path), as: UTF8.self)
        let report = try run(text)
        #expect(report.summary.sentence == "3 of 3 results agree; 1 exercise not started")
        #expect(report.isGood)
        #expect(
            report.cells.map(\.status) == [.pass, .pass, .unchecked, .notStarted, .notStarted])
        var options = RunOptions()
        options.withSolutions = true
        let solved = try run(text, options)
        #expect(solved.summary.sentence == "5 of 5 results agree")
        let exercise = try #require(solved.exercises.first)
        #expect(exercise.status == .pass)
        #expect(exercise.earned == 3)
        #expect(exercise.worth == 3)
    }

    @Test("A result that differs stops nothing")
    func mismatch() throws {
        let report = try run(lesson("x = 1\nx #> 2\nx + 1 #> 2"))
        #expect(report.summary.sentence == "1 of 2 results agree; 1 differs")
        #expect(!report.isGood)
    }

    @Test("An error ends its cell, and later cells that do not need it run")
    func error() throws {
        let report = try run(lesson("a = [1, 2] @ [1, 2, 3]\na #> 3", "1 + 1 #> 2", "a #> 3"))
        #expect(report.cells.map(\.status) == [.error, .pass, .notRun])
        #expect(
            report.summary.sentence
                == "1 of 3 results agree; 2 were not reached; 1 error; 1 cell did not run")
    }

    @Test("An expected error is a result, and the cell goes on")
    func expectedError() throws {
        let report = try run(lesson("[1, 2] @ [1, 2, 3]\n#! shape-matmul\n1 + 1 #> 2"))
        #expect(report.summary.sentence == "2 of 2 results agree")
    }

    @Test("An expected error has to have the code and the words")
    func otherError() throws {
        func sentence(_ stated: String) throws -> String? {
            try run(lesson("[1, 2] @ [1, 2, 3]\n#! \(stated)")).cells[0].checks[0].mismatch?.sentence
        }
        #expect(try sentence("shape-broadcast")?.hasPrefix("expected the error shape-broadcast, got shape-") == true)
        #expect(try sentence("shape-matmul: bananas")?.hasPrefix("the message does not say \"bananas\"") == true)
    }

    @Test("An error that does not come is a mismatch")
    func noError() throws {
        let report = try run(lesson("1 + 1\n#! shape-matmul"))
        #expect(report.cells[0].checks[0].mismatch?.sentence == "expected the error shape-matmul, but there was none")
    }

    @Test("A cell's last statement may be one that is no program at all")
    func expectedSyntaxError() throws {
        #expect(try run(lesson("1 + 1 #> 2\nx = = 3\n#! syntax-")).cells[0].status == .fail)
        let report = try run(lesson("1 + 1 #> 2\nnowhere + 1\n#! name-unknown"))
        #expect(report.summary.sentence == "2 of 2 results agree")
        let early = try run(lesson("nowhere + 1\n#! name-unknown\n1 + 1 #> 2"))
        #expect(early.cells[0].status == .error)
    }

    @Test("Only the cells that hold an error before the run do not run")
    func invalid() throws {
        let report = try run(lesson("x = = 3", "1 + 1 #> 2", "x + 1 #> 4"))
        #expect(report.cells.map(\.status) == [.error, .pass, .notRun])
    }

    @Test("Digits of a fence hold for its cell")
    func digits() throws {
        let report = try run("```cl {digits=2}\n2 / 3 #> 0.67\n```\n```cl\n2 / 3 #> 0.67\n```\n")
        #expect(report.cells.map(\.status) == [.pass, .fail])
    }

    @Test("An expectation counts as a result")
    func expectation() throws {
        let report = try run(lesson("expect 1 + 1 == 2\nexpect 1 + 1 == 3\n5 #> 5"))
        #expect(report.summary.sentence == "2 of 3 results agree; 1 differs")
    }

    @Test("What is shown and never checked is no result")
    func volatileResult() throws {
        #expect(try run(lesson("1 + 1 #>~ 3")).summary.sentence == "0 of 0 results agree")
    }

    @Test("An indented fence is read without its indentation")
    func indented() throws {
        let report = try run("  ```cl\n  for i in range(2):\n      print(i)\n  #> 0 1\n  ```\n")
        #expect(report.summary.sentence == "1 of 1 results agree")
    }
}
