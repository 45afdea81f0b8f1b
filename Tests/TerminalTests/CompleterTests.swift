import Literate
import Terminal
import Testing

@Suite("Completion") struct CompleterTests {
    /// What is offered at the end of a text, after some entries.
    private func offered(_ text: String, after entries: String...) throws -> Completion {
        let prompt = try TypedPrompt()
        for entry in entries { prompt.enter(entry) }
        return prompt.prompt.completer.complete(text)
    }

    @Test func `names of the program, of the language and its words`() throws {
        #expect(try offered("conv_out").candidates == ["conv_output_size"])
        #expect(try offered("y = my", after: "mystery = 1").candidates == ["mystery"])
        #expect(try offered("whi").candidates == ["while"])
        #expect(try offered("gro", after: "größe = 1").candidates == [])
        #expect(try offered("grö", after: "größe = 1") == Completion(candidates: ["größe"], replacedCount: 4))
    }

    @Test func `arguments of the function that is called`() throws {
        #expect(try offered("conv2d(x, w, pad").candidates == ["padding=", "padding_mode=", "pad"])
        #expect(
            try offered("f(1, ", after: "def f(rate, times=2):\n    return rate\n").candidates == ["rate=", "times="])
        #expect(try offered("print(1, e").candidates.first == "end=")
        #expect(try offered("f(zeros(2), st", after: "f(x, stride) = x").candidates.first == "stride=")
        #expect(try offered("conv2d(x,\n       w, paddi").candidates == ["padding=", "padding_mode="])
    }

    @Test func `fields and methods after a dot`() throws {
        #expect(try offered("d.W", after: "d = {\"W1\": [1], \"W2\": [2]}").candidates == ["W1", "W2"])
        #expect(try offered("x.sh", after: "x = zeros(2)").candidates.contains("shape"))
        #expect(try offered("zeros(2).soft").candidates.contains("softmax"))
        #expect(try offered("\"abc\".up").candidates == ["upper"])
        #expect(try offered("d.inner.W", after: "d = {\"inner\": {\"W\": 1}}").candidates == ["W"])
        #expect(try offered("3.").candidates == [])
    }

    @Test func `files inside of a string that names one`() throws {
        let prompt = try TypedPrompt()
        try prompt.write("root/assets/chelsea.png", "")
        try prompt.write("root/assets/digits/one.png", "")
        try prompt.write("root/Lessons/05_pooling.cl", "1\n")
        let root = prompt.path("root")
        let typed = try TypedPrompt { $0 = PromptOptions(places: .init(root: root)) }
        let completer = typed.prompt.completer
        #expect(completer.complete("show(load_png(\"chel").candidates == ["chelsea.png"])
        #expect(
            completer.complete("load_png('digits/o") == Completion(candidates: ["digits/one.png"], replacedCount: 8))
        #expect(completer.complete("load_png(\"../").candidates == [])
        #expect(completer.complete("print(\"chel").candidates == [])
        #expect(completer.complete(":lesson 0").candidates == ["05_pooling"])
        #expect(completer.complete(":load \(root)/Les").candidates == ["\(root)/Lessons/"])
        #expect(completer.complete(":load \(root)/Lessons/").candidates == ["\(root)/Lessons/05_pooling.cl"])
    }

    @Test func `what help has a page on`() throws {
        #expect(try offered("help(\"pyt").candidates == ["pytorch"])
        #expect(try offered("help(\"shape-ou").candidates == ["shape-outer"])
        #expect(try offered(":explain shape-ou").candidates == ["shape-outer"])
        #expect(try offered(":help num").candidates.contains("numpy"))
    }

    @Test func `commands at the start of a line`() throws {
        #expect(try offered(":lo").candidates == ["load"])
        #expect(try offered(":t").candidates == ["type", "time"])
        #expect(try offered(":type zer").candidates.contains("zeros"))
        #expect(try offered("x[1:re").candidates.contains("relu"))
    }

    @Test func `a tab at the start of a line indents`() throws {
        #expect(try offered("def f(x):\n") == Completion(candidates: ["    "]))
    }

    @Test func `nothing in comments and numbers`() throws {
        #expect(try offered("1  # con").candidates == [])
        #expect(try offered("12").candidates == [])
    }
}
