import Terminal
import Testing

/// How many lines it takes until the entry is complete; nil when they are too few.
private func linesTaken(_ lines: String...) -> Int? {
    var entry = Entry()
    for (index, line) in lines.enumerated() where entry.add(line) { return index + 1 }
    return nil
}

@Suite("Entries") struct EntryTests {
    @Test func `a line is an entry`() {
        #expect(linesTaken("1 + 2") == 1)
        #expect(linesTaken("if 1 > 0: print(1)") == 1)
        #expect(linesTaken("") == 1)
        #expect(linesTaken("# only a comment") == 1)
    }

    @Test func `a block goes on to an empty line`() {
        #expect(linesTaken("def f(x):", "    return x", "") == 3)
        #expect(linesTaken("for i in range(3):", "    if i > 1:", "        print(i)", "    print(0)", "") == 5)
        #expect(linesTaken("def f(x):", "    return x") == nil)
    }

    @Test func `brackets go on to their end`() {
        #expect(linesTaken("x = [[1, 2],", "     [3, 4]]") == 2)
        #expect(linesTaken("f(1,", "", "2)") == 3)
        #expect(linesTaken("s = \"\"\"one", "two\"\"\"") == 2)
    }

    @Test func `two empty lines end whatever is open`() {
        #expect(linesTaken("f(1,", "", "") == 3)
    }

    @Test func `what is wrong already does not wait for more`() {
        #expect(linesTaken("1 + + * 2") == 1)
        #expect(linesTaken("x = )") == 1)
    }

    @Test func `a pasted function is complete, empty lines and all`() {
        #expect(linesTaken("def f(x):\n    y = x\n\n    return y") == 1)
        #expect(linesTaken("def f(x):\n    y = x\n\n    return y\n") == 1)
        #expect(linesTaken("def f(x):\n    return x\n\nf(2)") == 1)
        #expect(linesTaken("def f(x):\n    y = [1,\n") == nil)
    }

    @Test func `a command is one line, but for a timed block`() {
        #expect(linesTaken(":type (1") == 1)
        #expect(linesTaken(":time for i in range(3):", "    i", "") == 3)
    }
}
