import Terminal
import Testing

@Suite("The prompt") struct PromptTests {
    @Test func `a failed statement keeps the session`() throws {
        let prompt = try TypedPrompt()
        prompt.enter("x = 1")
        #expect(
            prompt.enter("x = zeros(2) @ zeros(3)").hasPrefix(
                """
                error[shape-matmul]: the inner sizes differ: 2 and 3
                 --> <prompt 2>:1:
                """))
        #expect(prompt.enter("x") == "1")
    }

    @Test func `errors name the entry and its line`() throws {
        let prompt = try TypedPrompt()
        prompt.enter("1")
        #expect(prompt.enter("a = 1\nb = a + ").contains("--> <prompt 2>:2:"))
    }

    @Test func `an unknown name is told with the name that was meant`() throws {
        let prompt = try TypedPrompt()
        prompt.enter("answer = 42")
        let text = prompt.enter("x = anwser + 1 + rellu(2)")
        #expect(text.contains("error[name-unknown]"))
        #expect(text.contains("did you mean answer?"))
        #expect(text.contains("did you mean relu?"))
        #expect(prompt.enter("def f(x):\n    return later(x)\n") == "")
        prompt.enter("later(x) = x + 1")
        #expect(prompt.enter("f(1)") == "2")
    }

    @Test func `a loop that fails half way keeps what it has assigned`() throws {
        let prompt = try TypedPrompt()
        prompt.enter("n = 0")
        prompt.enter("for i in range(5):\n    n = n + 1\n    if i == 2: [1, 2][7]")
        #expect(prompt.enter("n") == "3")
        prompt.enter(":undo")
        prompt.enter(":undo")
        #expect(prompt.enter("n") == "0")
    }

    @Test func `a mistake draws no random numbers`() throws {
        let prompt = try TypedPrompt()
        prompt.enter("randn(3) @ randn(4)")
        #expect(prompt.enter("rand(1)") == (try TypedPrompt().enter("rand(1)")))
    }

    @Test func `limits count anew for each statement`() throws {
        let prompt = try TypedPrompt { $0.run.limits.steps = 10_000 }
        for _ in 0..<3 { #expect(prompt.enter("for i in range(9000): i;") == "") }
        #expect(prompt.enter("while True: 1").contains("error[limit-steps]"))
    }

    @Test func `what was asked to stop stops and keeps the session`() throws {
        var isPressed = false
        let prompt = try TypedPrompt { $0.isInterrupted = { isPressed } }
        prompt.enter("x = 7")
        isPressed = true
        #expect(prompt.enter("while True: 1").contains("error[limit-interrupted]"))
        isPressed = false
        #expect(prompt.enter("x") == "7")
    }

    @Test func `the next prompt begins on a line of its own`() throws {
        #expect(try TypedPrompt().enter("print(1, end=\"\")\nprint(2, end=\"\")\n3") == "12\n3")
    }

    @Test func `a write that nobody reads is no mistake here`() throws {
        let prompt = try TypedPrompt()
        prompt.enter("A = [[1, 2], [3, 4]]")
        #expect(prompt.enter("b = A[0]") == "")
        #expect(prompt.enter("b[0] = 9") == "")
    }
}

@Suite("Saved sessions") struct SavedSessionTests {
    /// Saves what was typed, and says what a run of the file says.
    private func saved(_ entries: String...) throws -> (text: String, summary: String) {
        let prompt = try TypedPrompt()
        for entry in entries { prompt.enter(entry) }
        prompt.enter(":save \(prompt.path("mine"))")
        return (try prompt.text("mine.cl"), try prompt.summary(of: "mine.cl"))
    }

    @Test func `a saved session is a lesson with its results`() throws {
        let (text, summary) = try saved(
            "x = [[1, 2], [3, 4]]", "x", "sum(x)  # all", "for i in range(2):\n    print(i)\n", "x.shape;", "\"a```b\"")
        #expect(
            text == """
                ---
                title: mine
                ---

                ````cl
                x = [[1, 2], [3, 4]]
                x
                #> [[1, 2],
                #>  [3, 4]]
                sum(x)  #> 10
                for i in range(2):
                    print(i)
                #> 0
                #> 1
                x.shape;
                "a```b"  #> "a```b"
                ````

                """)
        #expect(summary == "4 of 4 results agree")
    }

    @Test func `large values and random numbers agree when it runs again`() throws {
        let (_, summary) = try saved(
            "A = randn(20, 20)", "A", "(A, 1)", "randn(2) @ randn(3)", "rand(3)", "softmax(randn(9))",
            "print(A[0, :3], 1e-9)")
        #expect(summary == "5 of 5 results agree")
    }

    @Test func `mistakes are left out, unless they changed something`() throws {
        let (text, summary) = try saved(
            "n = 0", "undefined_name", "1 +", "for i in range(5):\n    n = n + 1\n    if i == 2: zeros(2) @ zeros(3)\n",
            "n")
        #expect(!text.contains("undefined_name"))
        #expect(text.contains("#! shape-matmul: the inner sizes differ: 2 and 3\nn  #> 3\n"))
        #expect(summary == "2 of 2 results agree")
    }

    @Test func `pages of help are no part of a session`() throws {
        let (text, summary) = try saved("help(relu)", "help(\"numpy\")", "1 + 1")
        #expect(!text.contains("help"))
        #expect(summary == "1 of 1 results agree")
    }

    @Test func `words of other prompts do what they say, until they mean something else`() throws {
        let prompt = try TypedPrompt()
        #expect(prompt.prompt.run("exit\n") == .left)
        #expect(prompt.prompt.run("quit()") == .left)
        #expect(prompt.enter("help").contains(":undo"))
        prompt.enter("quit = 3")
        #expect(prompt.enter("quit") == "3")
    }

    @Test func `times are shown and never checked`() throws {
        let (text, summary) = try saved("t = time(() -> 1)", "t", "2")
        #expect(text.contains("t  #>~ "))
        #expect(summary == "1 of 1 results agree")
    }

    @Test func `a session that began with a lesson keeps its text`() throws {
        let prompt = try TypedPrompt()
        let lesson = "---\ndigits: 2\nseed: 5\n---\n# Title\n\n```cl\nx = rand(1)\n```\n"
        try prompt.write("lesson.cl", lesson)
        prompt.enter(":load \(prompt.path("lesson.cl"))")
        prompt.enter("x")
        prompt.enter(":save \(prompt.path("more.cl"))")
        #expect(try prompt.text("more.cl").hasPrefix(lesson + "\n```cl\nx  #> [0."))
        #expect(try prompt.summary(of: "more.cl") == "1 of 1 results agree")
    }

    @Test func `a saved session can be loaded`() throws {
        let prompt = try TypedPrompt()
        prompt.enter("f(x) = x**2")
        prompt.enter(":save \(prompt.path("f.cl"))")
        prompt.enter(":reset")
        prompt.enter(":load \(prompt.path("f.cl"))")
        #expect(prompt.enter("f(3)") == "9")
    }

    @Test func `a file that is there already is kept beside`() throws {
        let prompt = try TypedPrompt()
        try prompt.write("mine.cl", "mine")
        #expect(
            prompt.enter(":save \(prompt.path("mine.cl"))").hasSuffix("the former one is \(prompt.path("mine.cl~"))"))
        #expect(try prompt.text("mine.cl~") == "mine")
    }
}
