import Testing

@Suite("convlab run")
final class RunTests {
    let program = BuiltProgram()

    deinit { program.remove() }

    @Test("A script writes what it prints and shows, nothing else")
    func script() {
        program.write("a.cl", "print(\"a\")\n1 + 1 #> 2\n")
        let result = program.run("run a.cl")
        #expect(result.status == 0)
        #expect(result.output == "a\n2\n")
        #expect(result.errors == "")
    }

    @Test("A result that disagrees goes to standard error, and the exit code is 1")
    func disagreement() {
        program.write("a.cl", "1 + 1 #> 3\n")
        let result = program.run("run a.cl")
        #expect(result.status == 1)
        #expect(result.output == "2\n")
        #expect(result.errors.hasPrefix("error[value-differs]: expected 3, got 2\n --> a.cl:1:10\n"))
    }

    @Test("A program may come from standard input")
    func standardInput() {
        let result = program.run("run -", input: "6 * 7")
        #expect(result.output == "42\n")
        #expect(result.status == 0)
    }

    @Test("Pictures are drawn where they are asked for, and not into a pipe of their own accord")
    func images() {
        program.write("a.cl", "show([[0, 1]])\nplot([1, 2])\n")
        let lines = program.run("run a.cl").output
        #expect(lines.split(separator: "\n").count == 2)
        #expect(program.run("run --images=none a.cl").output == lines)
        #expect(program.run("run --images=blocks a.cl").output.split(separator: "\n").count > 12)
        #expect(program.run("run --images=kitty a.cl").output.hasPrefix("\u{1B}_Ga=T,f=100,"))
        #expect(program.run("run --images=sixel a.cl").output.hasPrefix("\u{1B}P0;1q"))
        #expect(program.run("run --images=ascii a.cl").status == 64)
    }

    @Test(
        "Exit codes",
        arguments: [
            ("run good.cl", 0), ("run bad.cl", 1), ("run syntax.cl", 1), ("run absent.cl", 65), ("run latin.cl", 65),
            ("run", 64),
            ("run --nonsense good.cl", 64), ("run --html a.html good.cl", 64), ("run --max-seconds 0 good.cl", 64),
            ("run --root /nowhere good.cl", 64), ("run good.cl bad.cl", 1), ("run bad.cl absent.cl good.cl", 65),
            ("nonsense", 64),
        ] as [(String, Int32)])
    func exitCodes(_ arguments: String, _ status: Int32) {
        program.write("good.cl", "1\n")
        program.write("bad.cl", "[1, 2] @ [1, 2, 3]\n")
        program.write("syntax.cl", "x = = 1\n")
        #expect(BuiltProgram.path.hasPrefix("/"))
        program.shell("printf '\\377' > latin.cl")
        #expect(program.run(arguments).status == status)
    }

    @Test("A broken file stops no other")
    func several() {
        program.write("a.cl", "print(\"a\")\n")
        let result = program.run("run absent.cl a.cl")
        #expect(result.output == "a\n")
        #expect(result.errors.hasPrefix("error[file-lesson]: there is no file and no lesson named absent.cl\n"))
    }

    @Test("Quiet shows failures and the last line")
    func quiet() {
        program.write("a.cl", "# A\n```cl\n1 #> 1\n2 #> 3\n```\n")
        let result = program.run("run --quiet a.cl")
        #expect(result.output.hasPrefix("error[value-differs]: expected 3, got 2\n"))
        #expect(result.output.hasSuffix("\n1 of 2 results agree; 1 differs\n"))
    }

    @Test("An update restores a changed digit, and a second one changes nothing")
    func update() {
        let text = "# A\n```cl\n1 / 3   #> 0.3333\n```\n"
        program.write("a.cl", text.replacing("0.3333", with: "0.3334"))
        #expect(program.run("run --quiet a.cl").status == 1)
        let dry = program.run("run --dry-run a.cl")
        #expect(dry.output.contains("-1 / 3   #> 0.3334\n+1 / 3   #> 0.3333\n"))
        #expect(program.text("a.cl") != text)
        #expect(program.run("run --update a.cl").status == 0)
        #expect(program.text("a.cl") == text)
        #expect(program.run("run --update=all a.cl").output == "a.cl: nothing to renew\n")
    }

    @Test("JSON for other programs")
    func json() {
        program.write("a.cl", "```cl {id=sums slide=\"S1-44\"}\n1 #> 1\n```\n")
        let result = program.run("run --json a.cl")
        #expect(result.output.hasPrefix("[\n  {\"file\": \"a.cl\", \"good\": true"))
        #expect(
            result.output.contains("{\"cell\": \"sums\", \"line\": 1, \"status\": \"pass\", \"slides\": [\"S1-44\"]"))
    }

    @Test("Limits are errors of the program", arguments: ["--max-steps 1000", "--max-seconds 0.2"])
    func limits(_ option: String) {
        program.write("a.cl", "while True: pass\n")
        let result = program.run("run \(option) a.cl")
        #expect(result.status == 1)
        #expect(result.errors.contains("error[limit-"))
    }

    @Test("A reader that leaves early ends the program quietly")
    func brokenPipe() {
        program.write("a.cl", "for i in range(100000): print(i)\n")
        let result = program.shell("$convlab run a.cl | head -1")
        #expect(result.output == "0\n")
        #expect(result.errors == "")
    }
}
