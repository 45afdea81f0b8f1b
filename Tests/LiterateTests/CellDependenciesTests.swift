import Literate
import Testing

private func statuses(_ cells: String...) throws -> [CellReport.Status] {
    try run(cells.map { "```cl\n\($0)\n```\n" }.joined()).cells.map(\.status)
}

private let broken = "[1, 2] @ [1, 2, 3]"

@Suite("A cell that depends on a stopped one does not run")
struct CellDependenciesTests {
    @Test("It mentions a name that was last assigned there")
    func direct() throws { #expect(try statuses("x = 1\n" + broken, "x #> 1") == [.error, .notRun]) }

    @Test("A later assignment frees it")
    func reassigned() throws {
        #expect(try statuses("x = 1\n" + broken, "x = 2", "x #> 2") == [.error, .unchecked, .pass])
        #expect(try statuses("x = 1\n" + broken, "x = 2\nx #> 2") == [.error, .pass])
    }

    @Test("Through a function that it mentions")
    func throughFunction() throws {
        #expect(
            try statuses("def f(): return k\nk = 1", "k = 2\n" + broken, "f() #> 2") == [.unchecked, .error, .notRun])
    }

    @Test("Through a cell that did not run")
    func chain() throws {
        #expect(
            try statuses("x = 1\n" + broken, "y = x", "y #> 1", "3 #> 3") == [.error, .notRun, .notRun, .pass])
    }

    @Test("A write to a place counts as reading and assigning")
    func places() throws {
        #expect(
            try statuses("A = [1, 2]", "A[0] = 5\n" + broken, "A #> [5, 2]") == [.unchecked, .error, .notRun])
    }

    @Test("It draws random numbers, and nothing seeded since")
    func random() throws {
        #expect(try statuses(broken, "rand(2);") == [.error, .notRun])
        #expect(try statuses(broken, "seed(1)\nrand(2);") == [.error, .unchecked])
        #expect(try statuses(broken, "seed(1)", "rand(2);") == [.error, .unchecked, .unchecked])
        #expect(try statuses("def f(): return rand(2)", broken, "f();") == [.unchecked, .error, .notRun])
    }

    @Test("What waits for the student counts neither way")
    func unwritten() throws {
        let report = try run(
            "```cl {exercise=a}\nx = 1\n...\n```\n```cl {test=a}\nx #> 1\n```\n```cl\nrand(2);\n3 #> 3\n```\n")
        #expect(report.cells.map(\.status) == [.notStarted, .notStarted, .pass])
        #expect(report.isGood)
    }
}
