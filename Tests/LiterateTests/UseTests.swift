import Literate
import Syntax
import Testing

/// Runs a file of a folder.
private func run(_ name: String, in folder: TemporaryFolder, root: String = "/nowhere") throws -> LessonReport {
    let path = folder.path.appending(path: name)
    let lesson = try LessonFile(name: path, bytes: try FileSystem.read(path, name: path))
    return LessonRunner(lesson, files: LessonFiles(lesson: path, places: LessonPlaces(root: root))).run()
}

extension LessonReport {
    fileprivate var errors: [Diagnostic] { cells.flatMap(\.errors) }
    fileprivate var codes: [String] { errors.map(\.code) }
    fileprivate var text: String {
        cells.flatMap(\.statements).map(\.text).filter { !$0.isEmpty }.joined(separator: "\n")
    }
}

@Suite("A file uses another one")
struct UseTests {
    @Test("Its cells run silently, without tests and exercises, and bind their names") func binds() throws {
        let folder = try TemporaryFolder()
        try folder.write(
            "lib/filters.cl",
            """
            # Filters
            ```cl
            print("loud"); 1 + 1
            y = 1 / 0
            twice(x) = 2 * x
            ```
            ```cl {exercise=half}
            half(x) = undefined_here
            ```
            ```cl {test=half}
            half(4) #> 2
            ```
            """)
        try folder.write("a.cl", "use \"lib/filters.cl\"\ntwice(4)  #> 8\ny  #> inf\n")
        let report = try run("a.cl", in: folder)
        #expect(report.isGood)
        #expect(report.text == "8\ninf")
    }

    @Test("It runs once, and a second use binds its names again") func once() throws {
        let folder = try TemporaryFolder()
        try folder.write("lib.cl", "x = rand(2)\n")
        try folder.write("a.cl", "use \"lib.cl\"\na = x\nx = 3\nuse \"./lib.cl\"\nexpect x == a\nexpect rand(2) == a\n")
        let report = try run("a.cl", in: folder)
        // the generator has gone on only once
        #expect(report.summary.sentence == "1 of 2 results agree; 1 differs")
    }

    @Test("Files are found from the file that names them") func relative() throws {
        let folder = try TemporaryFolder()
        try folder.write("lib/inner/deep.cl", "use \"../near.cl\"\ndeep = near + 1\n")
        try folder.write("lib/near.cl", "near = 1\n")
        try folder.write("a.cl", "use \"lib/inner/deep.cl\"\n(near, deep)  #> (1, 2)\n")
        #expect(try run("a.cl", in: folder).isGood)
    }

    @Test(
        "Never above the root, whether a file is there or not",
        arguments: ["../x.cl", "../nothing.cl", "/etc/passwd", "lib/../../x.cl"])
    func outside(_ name: String) throws {
        let folder = try TemporaryFolder()
        try folder.write("x.cl", "x = 1\n")
        try folder.write("here/a.cl", "use \"\(name)\"\nx\n")
        #expect(try run("here/a.cl", in: folder).codes == ["file-outside"])
    }

    @Test("Within a root, beside the folder of lessons") func root() throws {
        let folder = try TemporaryFolder()
        let root = try folder.makeRoot()
        try folder.write("root/lib/x.cl", "x = 1\n")
        try folder.write("root/Lessons/a.cl", "use \"../lib/x.cl\"\nx  #> 1\n")
        #expect(try run("root/Lessons/a.cl", in: folder, root: root).isGood)
    }

    @Test("No link leads out") func link() throws {
        let folder = try TemporaryFolder()
        try folder.write("x.cl", "x = 1\n")
        try folder.write("here/a.cl", "use \"link.cl\"\n")
        try FileSystem.link(folder.path.appending(path: "here/link.cl"), to: folder.path.appending(path: "x.cl"))
        #expect(try run("here/a.cl", in: folder).codes == ["file-outside"])
    }

    @Test("A file that is not there, with a suggestion, expected or not") func absent() throws {
        let folder = try TemporaryFolder()
        try folder.write("lib/filters.cl", "x = 1\n")
        try folder.write("a.cl", "use \"lib/filter.cl\"\nx\n")
        let report = try run("a.cl", in: folder)
        #expect(report.codes == ["file-absent"])
        #expect(report.errors[0].advice == [.didYouMean("lib/filters.cl")])
        try folder.write("b.cl", "use \"nothing.cl\"\n#! file-absent\n1 + 1 #> 2\n")
        #expect(try run("b.cl", in: folder).isGood)
    }

    @Test("A ring is told with its files, through the lesson or beside it") func ring() throws {
        let folder = try TemporaryFolder()
        try folder.write("a.cl", "use \"b.cl\"\nx = 1\n")
        try folder.write("b.cl", "use \"c.cl\"\ny = 1\n")
        try folder.write("c.cl", "use \"b.cl\"\n")
        try folder.write("d.cl", "use \"d.cl\"\n")
        let ring = try run("a.cl", in: folder)
        #expect(ring.errors.map(\.sentence) == ["these files use each other in a ring: b.cl -> c.cl -> b.cl"])
        #expect(ring.errors[0].source?.name.hasSuffix("c.cl") == true)
        #expect(
            try run("d.cl", in: folder).errors.map(\.sentence) == ["these files use each other in a ring: d.cl -> d.cl"]
        )
    }

    @Test(
        "A file that fails says so with its own place",
        arguments: [
            ("x = 1\ny = [1, 2] @ [1, 2, 3]\n", "shape-matmul"), ("x = 1\ny = = 2\n", "syntax-"),
            ("x = 1\ny = undefined_name\n", "name-unknown"),
            ("x = 1\nexpect 1 == 2\n", "value-expect"), ("def f(A):\n    A[0] = 1\n", "lost-write"),
        ])
    func fails(_ program: String, _ code: String) throws {
        let folder = try TemporaryFolder()
        try folder.write("lib.cl", program)
        try folder.write("a.cl", "```cl {id=first}\nuse \"lib.cl\"\n```\n```cl\n1 + 1 #> 2\n```\n")
        let report = try run("a.cl", in: folder)
        let error = try #require(report.errors.first)
        #expect(error.code.hasPrefix(code))
        #expect(error.source?.name.hasSuffix("lib.cl") == true)
        #expect(error.source?.place(of: Int(error.span?.start ?? 0)).line == 2)
        #expect(error.cell == nil)
        #expect(report.cells[1].status == .pass)
    }

    @Test("An error that the file expects is none") func expectedErrors() throws {
        let folder = try TemporaryFolder()
        try folder.write("lib.cl", "[1, 2] @ [1, 2, 3]\n#! shape-matmul\nx = 1\ny = nothing_here\n#! name-unknown\n")
        try folder.write("a.cl", "use \"lib.cl\"\nx  #> 1\n")
        #expect(try run("a.cl", in: folder).isGood)
    }

    @Test("Its names are known before anything runs, and no others") func names() throws {
        let folder = try TemporaryFolder()
        try folder.write("lib.cl", "blur3 = 1\n")
        try folder.write("a.cl", "use \"lib.cl\"\nf() = blur3\nblur4\n")
        let report = try run("a.cl", in: folder)
        #expect(report.errors.map(\.sentence) == ["`blur4` is not defined"])
        #expect(report.errors[0].advice == [.didYouMean("blur3")])
    }

    @Test("What needs a file that failed does not run") func dependencies() throws {
        let folder = try TemporaryFolder()
        try folder.write("lib.cl", "g(x) = x\n[1, 2] @ [1, 2, 3]\n")
        try folder.write("a.cl", "```cl\nuse \"lib.cl\"\n```\n```cl\ng(2)\n```\n```cl\n1 + 1 #> 2\n```\n")
        #expect(try run("a.cl", in: folder).cells.map(\.status) == [.error, .notRun, .pass])
    }

    @Test("It stands at the top level only") func block() throws {
        let folder = try TemporaryFolder()
        try folder.write("lib.cl", "x = 1\n")
        try folder.write("a.cl", "if True: use \"lib.cl\"\n")
        #expect(try run("a.cl", in: folder).codes == ["syntax-use"])
    }
}
