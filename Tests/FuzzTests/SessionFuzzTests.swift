import Glibc
import Literate
import Syntax
import Terminal
import Testing

/// Sessions that nobody would have. What is entered, taken back, saved and loaded may end in messages only.
///
/// By hand, for long: `CONVLAB_FUZZ=300000` asks for a tenth as many sessions of ten entries.
@Suite(.serialized) struct SessionFuzzTests {
    private static let count = (getenv("CONVLAB_FUZZ").flatMap { Int(String(cString: $0)) } ?? 3000) / 10
    private static let seed = getenv("CONVLAB_FUZZ_SEED").flatMap { Int(String(cString: $0)) } ?? 1

    @Test("Sessions of the prompt end in results or in messages")
    func sessions() throws {
        let folder = "/tmp/convlab-fuzz-\(getpid())"
        try FileSystem.makeFolders(folder, name: folder)
        defer { FileSystem.removeFolder(folder) }
        for number in 0..<Self.count {
            let seed = Self.seed &* 9_000_011 &+ number
            try session(SessionGrammar(seed: seed, folder: folder), in: folder, seed: seed)
        }
    }

    private func session(_ grammar: SessionGrammar, in folder: String, seed: Int) throws {
        var grammar = grammar
        if grammar.chance(0.3) {
            try FileSystem.write(Array(grammar.lesson().utf8), to: grammar.file, name: grammar.file)
        }
        let typed = try FuzzedPrompt(folder: folder)
        for number in 0..<10 {
            let entry = grammar.entry()
            if Self.count > 300 { note(entry, isFirst: number == 0, seed: seed) }
            let start = ContinuousClock.now
            _ = typed.prompt.completer.complete(grammar.beginning(of: entry))
            let shown = !entry.hasPrefix(":") && grammar.chance(0.2) ? typed.enterLines(entry) : typed.enter(entry)
            let seconds = (ContinuousClock.now - start).seconds
            // each of some statements has its second
            #expect(seconds < 15, "session \(seed): \(seconds) s: \(entry)")
            #expect(!shown.contains("[limit-internal]"), "session \(seed): \(shown)")
        }
    }

    @Test("A session that is saved runs again with the same results")
    func savedSessions() throws {
        let folder = "/tmp/convlab-fuzz-saved-\(getpid())"
        try FileSystem.makeFolders(folder, name: folder)
        defer { FileSystem.removeFolder(folder) }
        for number in 0..<Self.count / 5 {
            let seed = Self.seed &* 11_000_027 &+ number
            var grammar = ProgramGrammar(seed: seed)
            let typed = try FuzzedPrompt(folder: folder)
            let shown = (0..<6).map { _ in typed.enter(grammar.program()) }.joined()
            // what a limit stops is left out, with what it would have done
            if shown.contains("[limit-") { continue }
            _ = typed.enter(":save \(folder)/saved.cl")
            let objections = try typed.objections(to: "saved.cl")
                // a file refuses these before it runs; at the prompt, what is missing may still come
                .filter { !$0.contains("name-unknown") && !$0.contains("lost-write") }
            let text = try typed.text(of: "saved.cl")
            #expect(objections.isEmpty, "session \(seed): \(text)")
        }
    }

    /// What is entered stands in a file before it runs, so that it is there after a trap.
    private func note(_ entry: String, isFirst: Bool, seed: Int) {
        guard let file = fopen("/tmp/convlab-fuzz-session.txt", isFirst ? "w" : "a") else { return }
        fputs((isFirst ? "session \(seed)\n" : "") + "-----\n" + entry + "\n", file)
        fclose(file)
    }
}
