import Testing

@Suite("Lessons by name, wherever convlab is")
final class PlaceTests {
    let program = BuiltProgram()

    init() {
        program.shell("mkdir -p root/Lessons root/assets empty")
        program.write(
            "root/Lessons/05_pooling.cl", "---\ntitle: Pooling\n---\n```cl {slide=\"S1-44\"}\nmax([1, 2]) #> 2\n```\n")
        program.write("root/assets/note.txt", "note")
    }

    deinit { program.remove() }

    @Test("By its name with a root")
    func byName() {
        #expect(program.run("run --quiet --root root 05_pooling").output == "1 of 1 results agree\n")
        #expect(program.shell("CONVLAB_ROOT=root $convlab run --quiet 05_pooling").status == 0)
        let mistyped = program.run("run --root root 05_poling")
        #expect(mistyped.status == 65)
        #expect(mistyped.errors.contains("= did you mean 05_pooling?"))
    }

    @Test("Installed below a prefix, from an empty folder and through a link")
    func installed() {
        #expect(program.run("install --root root --prefix usr").status == 0)
        program.shell("ln -s usr/bin/convlab link")
        let direct = program.shell("cd empty && ../usr/bin/convlab run --quiet 05_pooling")
        #expect(direct.output == "1 of 1 results agree\n")
        let linked = program.shell("cd empty && ../link run --quiet 05_pooling")
        #expect(linked.output == "1 of 1 results agree\n")
    }

    @Test("The slides' results as JSON")
    func slides() {
        let result = program.run("lessons --slides --json --root root")
        #expect(
            result.output
                == "[\n  {\"slide\": \"S1-44\", \"lesson\": \"05_pooling\", \"cell\": \"1\", \"status\": \"pass\"}\n]\n"
        )
    }

    @Test("The lessons and their status")
    func lessons() {
        #expect(program.run("lessons --root root").output == "05_pooling  Pooling  1 of 1 results agree\n")
    }

    @Test("Where the root is and why")
    func root() {
        let result = program.shell("CONVLAB_ROOT=root $convlab root")
        #expect(result.output.hasPrefix("root\n  CONVLAB_ROOT: root (used)\n"))
    }
}
