import Syntax
import Terminal
import Testing

@Suite("Commands") struct CommandTests {
    @Test func `a command may be shortened while it is the only one`() throws {
        #expect(try Command(":q").name == .quit)
        #expect(try Command(":u").name == .undo)
        #expect(throws: Diagnostic.self) { try Command(":l x") }
        #expect(throws: Diagnostic.self) { try Command(":t x") }
    }

    @Test func `an argument is the rest of the line, and knows where it begins`() throws {
        let command = try Command(":type   x + 1  ")
        #expect(command.argument == "x + 1")
        #expect(command.argumentStart == 8)
    }

    @Test func `a slip names the command that was meant`() throws {
        #expect(try TypedPrompt().enter(":tipe x").contains("did you mean :type?"))
        #expect(try TypedPrompt().enter(": type x").contains("a colon needs a command"))
        #expect(try TypedPrompt().enter(":save").contains(":save needs a file"))
    }

    @Test func `help lists every command and knows the functions`() throws {
        let prompt = try TypedPrompt()
        for name in Command.Name.allCases { #expect(prompt.enter(":help").contains(":\(name.rawValue)")) }
        #expect(prompt.enter(":help relu").hasPrefix("relu(x)"))
        #expect(prompt.enter(":help undo").hasPrefix(":undo"))
        #expect(prompt.enter(":help nothing_here").contains("nothing_here"))
    }

    @Test func `explain shows the page of a code, or of the last message`() throws {
        let prompt = try TypedPrompt()
        #expect(prompt.enter(":explain").contains("shape-outer "))
        #expect(prompt.enter(":explain shape-outer").hasPrefix("# shape-outer"))
        #expect(prompt.enter(":explain shape-oter").contains("did you mean shape-outer?"))
        prompt.enter("ones(2, 3) @ 5")
        #expect(prompt.enter(":explain").hasPrefix("# shape-matmul"))
        #expect(prompt.enter(":explain error[index-range]").hasPrefix("# index-range"))
    }

    @Test func `type tells kind and shape and leaves no trace`() throws {
        let prompt = try TypedPrompt()
        #expect(prompt.enter(":type randn(3, 4)") == "tensor (3, 4) float64")
        #expect(prompt.enter(":type 1 + 1") == "number")
        #expect(prompt.enter(":type (1, \"a\")") == "tuple of 2")
        #expect(prompt.enter(":type None") == "None")
        #expect(prompt.enter(":type x = 1").contains("error[syntax-expression]"))
        let drawn = prompt.enter("randn(2)")
        #expect(drawn == (try TypedPrompt().enter("randn(2)")))
    }

    @Test func `time runs a statement and tells what it took`() throws {
        let prompt = try TypedPrompt()
        let text = prompt.enter(":time x = zeros(1000, 1000)")
        #expect(text.contains("s, 8 MB of memory, 8 MB of it kept"), "\(text)")
        #expect(prompt.enter("x.shape") == "(1000, 1000)")
        #expect(prompt.enter(":time 1 / \"a\"").contains("<prompt 3>:1:9"))
    }

    @Test func `undo takes statements back, one by one, with the random numbers`() throws {
        let prompt = try TypedPrompt()
        prompt.enter("A = zeros(2)")
        prompt.enter("A[0] = 5")
        let drawn = prompt.enter("r = randn(2); r")
        #expect(prompt.enter(":undo") == "took back r")
        #expect(prompt.enter(":undo") == "took back r = randn(2);")
        #expect(prompt.enter("r").contains("error[name-"))
        #expect(prompt.enter("r = randn(2); r") == drawn)
        prompt.enter(":undo")
        prompt.enter(":undo")
        #expect(prompt.enter(":undo") == "took back A[0] = 5")
        #expect(prompt.enter("A") == "[0, 0]")
        prompt.enter(":undo")
        prompt.enter(":undo")
        #expect(prompt.enter("A").contains("error[name-"))
        #expect(prompt.enter(":undo") == "there is nothing to take back")
    }

    @Test func `undo gives a builtin its name back`() throws {
        let prompt = try TypedPrompt()
        prompt.enter("relu = 3")
        prompt.enter(":undo")
        #expect(prompt.enter("relu(-1)") == "0")
    }

    @Test func `reset begins anew, and undo brings back what was`() throws {
        let prompt = try TypedPrompt()
        prompt.enter("x = 41")
        prompt.enter(":reset")
        #expect(prompt.enter("x").contains("error[name-"))
        prompt.enter(":undo")
        #expect(prompt.enter("x + 1") == "42")
    }

    @Test func `a lesson is listed and opened by its name`() throws {
        let prompt = try TypedPrompt()
        try prompt.write(
            "root/Lessons/05_pooling.cl", "---\ntitle: Pooling\ndigits: 2\n---\n```cl\nx = max([1, 2])\nx\n#> 2\n```\n")
        try prompt.write("root/assets/none.txt", "")
        let root = prompt.path("root")
        let opened = try TypedPrompt { $0 = PromptOptions(places: .init(root: root)) }
        #expect(opened.enter(":lesson") == "05_pooling  Pooling")
        #expect(opened.enter(":lesson 05_pooling") == "05_pooling: 1 of 1 results agree")
        #expect(opened.enter("x + 0.123") == "2.12")
        #expect(opened.enter(":lesson 06").contains("error[file-lesson]"))
    }
}
