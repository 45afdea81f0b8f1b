import Glibc
import Testing

/// Types into the built program, as a person would.
@Suite("On a terminal", .serialized, .enabled(if: Tmux.isWanted)) struct TmuxTests {
    @Test func `a first hour`() throws {
        let terminal = Tmux()
        defer { terminal.close() }
        try terminal.start()
        #expect(terminal.shows(":help tells what there is"))
        #expect(terminal.shows("What you type is kept in"))

        terminal.type("x = [[1, 2],")
        #expect(terminal.shows("..>"))
        terminal.type("[3, 4]]")
        terminal.press("x.sha", "Tab", "Enter")
        #expect(terminal.shows("(2, 2)"))
        terminal.type("x @ zeros(3)")
        #expect(terminal.shows("--> <prompt 3>:1:3"))
    }

    @Test func `a picture, and a session that is saved and loaded`() throws {
        let terminal = Tmux()
        defer { terminal.close() }
        try terminal.start()
        terminal.press("show(load_png(\"chel", "Tab")
        terminal.type("\"))")
        #expect(terminal.shows("▀▀▀▀▀▀"), "\(terminal.screen)")
        #expect(terminal.shows("image 300x451 rgb"))
        terminal.type("answer = 42; answer")
        terminal.type(":save mine.cl")
        #expect(terminal.shows("saved mine.cl"))
        terminal.type(":reset")
        terminal.type("answer + 1")
        #expect(terminal.shows("error[name-unknown]"))
        terminal.type(":load mine.cl")
        #expect(terminal.shows("results agree"))
        terminal.type("answer + 1")
        #expect(terminal.shows("43"))
        #expect(terminal.output(ofShell: "$convlab run --quiet mine.cl") == "2 of 2 results agree\n")
    }

    @Test func `a function typed with tabs, and one pasted with empty lines`() throws {
        let terminal = Tmux()
        defer { terminal.close() }
        try terminal.start()
        terminal.type("def f(x):")
        terminal.press("Tab")
        terminal.type("return x ** 2")
        terminal.type("")
        terminal.type("f(12)")
        #expect(terminal.shows("144"))
        let lines = (1...25).map { "    y = y + \($0)\n" + ($0 % 5 == 0 ? "\n" : "") }
        terminal.paste("def g(y):\n    \"\"\"Adds.\"\"\"\n" + lines.joined() + "    return y\n")
        terminal.press("Enter")
        terminal.type("g(0.5)")
        #expect(terminal.shows("325.5"))
    }

    @Test func `Ctrl-C leaves a line, an entry and a loop`() throws {
        let terminal = Tmux()
        defer { terminal.close() }
        try terminal.start()
        terminal.press("1 + 2")
        // a terminal drops what nobody has read yet
        #expect(terminal.shows("cl> 1 + 2"))
        terminal.press("C-c")
        #expect(terminal.shows("1 + 2^C"))
        terminal.type("y = (1,")
        #expect(terminal.shows("..>"))
        terminal.press("C-c")
        terminal.type("n = 5")
        terminal.type("while True: n = n + 1")
        #expect(terminal.shows("1 s ..."))
        terminal.press("C-c")
        #expect(terminal.shows("error[limit-interrupted]"))
        terminal.type("n > 100")
        #expect(terminal.shows("True"))
    }

    /// What runs, and what can be seen of it.
    @Test(arguments: [
        ("while True: 1", "1\n1\n1"), ("for i in range(100): randn(4000, 4000) @ randn(4000, 4000);", "1 s ..."),
    ])
    func `Ctrl-C stops at once`(what: String, sign: String) throws {
        let terminal = Tmux()
        defer { terminal.close() }
        try terminal.start()
        let waits = (0..<3).map { _ -> Duration in
            terminal.press("C-l")
            terminal.type(what)
            #expect(terminal.shows(sign))
            let pressed = ContinuousClock.now
            terminal.press("C-c")
            #expect(terminal.shows("error[limit-interrupted]"))
            return pressed.duration(to: .now)
        }
        // the shortest: a busy machine makes one or the other longer
        #expect(waits.min() ?? .zero < .seconds(0.2), "\(waits)")
    }

    @Test func `the history keeps entries of several lines, for their owner alone`() throws {
        let terminal = Tmux()
        defer { terminal.close() }
        try terminal.start()
        terminal.type("def f(x):")
        terminal.type("    return x + 1000")
        terminal.type("")
        terminal.press("C-d")
        terminal.waitForEnd()
        #expect(terminal.permissionsOfHistory == 0o600)
        try terminal.start()
        #expect(!terminal.screen.contains("What you type is kept"))
        terminal.press("Up", "Enter")
        terminal.type("f(1)")
        #expect(terminal.shows("1001"))
    }

    @Test func `every key is answered at once`() throws {
        let ours = try echoes(of: nil)
        // what tmux itself takes, and a machine that has much else to do
        let plain = try echoes(of: "printf \"cl> \"; cat")
        #expect(ours[ours.count / 2] < plain[plain.count / 2] + .seconds(0.05), "\(ours), \(plain)")
    }

    /// How long it takes until a key is seen, the shortest first.
    private func echoes(of command: String?) throws -> [Duration] {
        let terminal = Tmux()
        defer { terminal.close() }
        try terminal.start(command)
        var typed = ""
        return "softmax(randn(3))".map { letter in
            typed.append(letter)
            let pressed = ContinuousClock.now
            terminal.press(String(letter))
            #expect(terminal.shows("cl> " + typed))
            return pressed.duration(to: .now)
        }.sorted()
    }

    @Test func `without a terminal a program is read`() throws {
        let terminal = Tmux()
        defer { terminal.close() }
        #expect(terminal.output(ofShell: "printf 'print(1)\\n2 + 3\\n' | $convlab repl") == "1\n5\n")
        #expect(terminal.output(ofShell: "echo '1 +' | $convlab repl 2>/dev/null; echo $?") == "1\n")
    }
}
