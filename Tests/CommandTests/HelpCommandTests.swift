import Testing

@Suite("convlab docs and convlab explain")
final class HelpCommandTests {
    let program = BuiltProgram()

    deinit { program.remove() }

    @Test("A name, several words, a card and a code have pages") func pages() {
        #expect(program.run("docs conv2d").output.hasPrefix("conv2d(x, w"))
        #expect(program.run("docs blur a picture").output.hasPrefix("blur(n=3"))
        #expect(program.run("docs numpy").output.hasPrefix("From NumPy"))
        #expect(program.run("docs").output.contains("\n  conv2d "))
        #expect(program.run("explain").output.contains("\nshape-matmul "))
    }

    @Test("A page of a code shows what the program says today, and writes nothing") func explain() {
        let result = program.run("explain shape-matmul")
        #expect(result.status == 0)
        #expect(result.output.contains("#! shape-matmul: the inner sizes differ: 3 and 4"))
        #expect(result.errors == "")
        for code in ["call-order", "value-bits", "error[file-absent]"] {
            #expect(program.run("explain '\(code)'").status == 0)
        }
        #expect(program.shell("ls").output == "")
    }

    @Test("What is unknown offers the nearest, and the exit code is 64") func unknown() {
        let result = program.run("explain shape-matmull")
        #expect(result.status == 64)
        #expect(result.errors.contains("did you mean shape-matmul?"))
        #expect(program.run("docs qqqq zzzz").status == 64)
    }
}
