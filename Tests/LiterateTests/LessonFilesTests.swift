import Literate
import Testing

@Suite("A program reads and writes only where it may")
struct LessonFilesTests {
    let folder: TemporaryFolder
    let files: LessonFiles
    var output: String { folder.path.appending(path: "out") }

    init() throws {
        folder = try TemporaryFolder()
        let lesson = try folder.write("lessons/a.cl")
        try folder.write("lessons/data.txt", "mine")
        try folder.write("secret.txt", "secret")
        try folder.write("more/extra.txt", "extra")
        files = LessonFiles(
            lesson: lesson, outputFolder: folder.path.appending(path: "out"),
            readFolders: [folder.path.appending(path: "more")], places: LessonPlaces(root: try folder.makeRoot()))
    }

    private func text(_ name: String) throws -> String { String(decoding: try files.read(name), as: UTF8.self) }

    @Test("Names are looked up beside the lesson, in the output, in folders of --read, among the assets")
    func lookup() throws {
        #expect(try text("data.txt") == "mine")
        #expect(try text("./x/../data.txt") == "mine")
        #expect(try text("extra.txt") == "extra")
        #expect(try text("cat.png") == "meow")
        #expect(try text("assets/cat.png") == "meow")
        _ = try files.write("b.txt", Array("out".utf8))
        #expect(try text("b.txt") == "out")
        #expect(try text("out/b.txt") == "out")
    }

    @Test("Names that lead out are refused", arguments: ["../secret.txt", "/etc/passwd", "x/../../secret.txt"])
    func outside(_ name: String) {
        #expect(throws: FileProblem.outside(name: name, isWritten: false)) { try files.read(name) }
        #expect(throws: FileProblem.outside(name: name, isWritten: true)) { try files.write(name, []) }
    }

    @Test("A link that leads out is not followed")
    func links() throws {
        try FileSystem.link(folder.path.appending(path: "lessons/link.txt"), to: "../secret.txt")
        #expect(throws: FileProblem.outside(name: "link.txt", isWritten: false)) { try files.read("link.txt") }
        _ = try files.write("a.txt", [])
        try FileSystem.link(output.appending(path: "away"), to: "../lessons")
        #expect(throws: FileProblem.outside(name: "away/b.txt", isWritten: true)) { try files.write("away/b.txt", []) }
        #expect(throws: FileProblem.outside(name: "away/new/b.txt", isWritten: true)) {
            try files.write("away/new/b.txt", [])
        }
    }

    @Test("A link in the output folder is replaced or refused, what it leads to stays")
    func linkedFile() throws {
        _ = try files.write("a.txt", [])
        try FileSystem.link(output.appending(path: "c.txt"), to: "../secret.txt")
        #expect(throws: FileProblem.outside(name: "c.txt", isWritten: true)) { try files.write("c.txt", [1]) }
        #expect(try folder.text("secret.txt") == "secret")
    }

    @Test("Written names lie below the output folder, without a leading out/")
    func writing() throws {
        #expect(try files.write("out/deep/a.txt", Array("a".utf8)) == "deep/a.txt")
        #expect(try folder.text("out/deep/a.txt") == "a")
        #expect(FileSystem.names(in: output.appending(path: "deep")) == ["a.txt"])
    }

    @Test("A file that is nowhere brings a near name to mind")
    func absent() {
        #expect(throws: FileProblem.absent(name: "dta.txt", suggestion: "data.txt")) { try files.read("dta.txt") }
    }

    @Test("A folder is no file")
    func notAFile() throws {
        try folder.write("lessons/sub/x")
        #expect(throws: FileProblem.notAFile(name: "sub")) { try files.read("sub") }
    }
}
