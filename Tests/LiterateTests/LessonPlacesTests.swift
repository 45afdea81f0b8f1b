import Literate
import Testing

private func places(
    _ folder: TemporaryFolder, root: String? = nil, environment: String? = nil, current: String = "empty",
    executable: String? = nil
) throws -> LessonPlaces {
    try folder.write("empty/.keep")
    return LessonPlaces(
        root: root, environment: environment, currentFolder: folder.path.appending(path: current),
        executable: executable)
}

@Suite("Lessons and assets are found")
struct LessonPlacesTests {
    @Test("First where somebody says")
    func named() throws {
        let folder = try TemporaryFolder()
        let (one, two) = (try folder.makeRoot("one"), try folder.makeRoot("two"))
        #expect(try places(folder, root: one, environment: two).root() == one)
        #expect(try places(folder, environment: two, current: "one").root() == two)
        #expect(throws: FileProblem.noRoot(folder: "/nowhere")) {
            try places(folder, root: "/nowhere", current: "one").root()
        }
    }

    @Test("Upward from the lesson, then from the current folder")
    func upward() throws {
        let folder = try TemporaryFolder()
        let (one, two) = (try folder.makeRoot("one"), try folder.makeRoot("two"))
        try folder.write("two/deep/er/.keep")
        let lesson = one.appending(path: "Lessons/05_pooling.cl")
        #expect(try places(folder, current: "two/deep/er").root(for: lesson) == one)
        #expect(try places(folder, current: "two/deep/er").root() == two)
    }

    @Test("Beside the program, then upward from it")
    func besideProgram() throws {
        let folder = try TemporaryFolder()
        let share = try folder.makeRoot("usr/share/convlab")
        let program = folder.path.appending(path: "usr/bin/convlab")
        #expect(try places(folder, executable: program).root() == share)
        let checkout = try folder.makeRoot("checkout")
        let built = checkout.appending(path: ".build/release/convlab")
        #expect(try places(folder, executable: built).root() == checkout)
    }

    @Test("A lesson is found by its name, with and without its suffix")
    func byName() throws {
        let folder = try TemporaryFolder()
        let root = try folder.makeRoot()
        let places = try places(folder, root: root)
        let lesson = root.appending(path: "Lessons/05_pooling.cl")
        #expect(try places.path(of: "05_pooling") == lesson)
        #expect(try places.path(of: "05_pooling.cl") == lesson)
        #expect(try places.path(of: lesson) == lesson)
    }

    @Test("A mistyped name brings the right one to mind", arguments: ["05_poling", "pooling", "05_Pooling"])
    func mistyped(_ name: String) throws {
        let folder = try TemporaryFolder()
        let places = try places(folder, root: try folder.makeRoot())
        #expect(throws: FileProblem.noLesson(name: name, suggestion: "05_pooling")) { try places.path(of: name) }
    }

    @Test("Installed below a prefix, everything finds itself")
    func installed() throws {
        let folder = try TemporaryFolder()
        let root = try folder.makeRoot()
        let program = try folder.write("build/convlab", "program")
        let prefix = folder.path.appending(path: "prefix")
        _ = try Installation(prefix: prefix, root: root, executable: program).copy()
        let places = try places(folder, executable: prefix.appending(path: "bin/convlab"))
        #expect(try places.root() == prefix.appending(path: "share/convlab"))
        #expect(try folder.text("prefix/share/convlab/assets/cat.png") == "meow")
    }
}
