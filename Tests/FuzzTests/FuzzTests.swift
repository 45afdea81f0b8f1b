import Glibc
import Literate
import Syntax
import Testing

/// Programs that nobody would write. None may trap, hang past its limits or fail in a way that we did not foresee.
///
/// By hand, for long: `CONVLAB_FUZZ=300000 CONVLAB_FUZZ_SEED=2 swift test -c release --filter FuzzTests`. Each program is
/// written to `/tmp/convlab-fuzz.cl` before it runs, so that it is there after a trap.
@Suite(.serialized) struct FuzzTests {
    private static let count = getenv("CONVLAB_FUZZ").flatMap { Int(String(cString: $0)) } ?? 3000
    private static let seed = getenv("CONVLAB_FUZZ_SEED").flatMap { Int(String(cString: $0)) } ?? 1

    @Test("Programs of the grammar end in results or in messages")
    func grammar() {
        for number in 0..<Self.count {
            var grammar = ProgramGrammar(seed: Self.seed &* 1_000_003 &+ number)
            check(grammar.program())
        }
    }

    @Test("Mutated programs end in results or in messages")
    func mutations() {
        for number in 0..<Self.count {
            var grammar = ProgramGrammar(seed: Self.seed &* 1_000_003 &+ number / 4)
            var soup = TokenSoup(seed: Self.seed &* 7_000_003 &+ number)
            check(soup.mutated(grammar.program()))
        }
    }

    @Test("Token soup ends in messages")
    func tokenSoup() {
        for number in 0..<Self.count {
            var soup = TokenSoup(seed: Self.seed &* 5_000_011 &+ number)
            check(soup.soup())
        }
    }

    @Test("Deep and long programs end in results or in messages")
    func towers() {
        for number in 0..<max(100, Self.count / 10) {
            var towers = Towers(seed: Self.seed &* 11_000_027 &+ number)
            check(towers.program())
        }
    }

    @Test("Mutated lessons end in a report, and renewing their results changes nothing the second time")
    func lessons() throws {
        try #require(!LessonSoup.isEmpty)
        for number in 0..<max(100, Self.count / 20) {
            let soup = LessonSoup(seed: Self.seed &* 13_000_027 &+ number)
            if Self.count > 3000 { note(soup.text) }
            guard let report = soup.run(Sandbox().limits) else { continue }
            let codes = report.cells.flatMap(\.errors).map(\.code)
            #expect(!codes.contains("limit-internal"), "\(soup.text)")
            // what ran out of time may end elsewhere the next time
            guard !codes.contains(where: { $0.hasPrefix("limit-") }), let once = renewed(soup, report) else { continue }
            guard let second = once.run(Sandbox().limits) else { continue }
            #expect(renewed(once, second) == nil, "\(soup.text)")
        }
    }

    /// The lesson with its results renewed; nil where nothing changes.
    private func renewed(_ soup: LessonSoup, _ report: LessonReport) -> LessonSoup? {
        let update = LessonUpdate(report, extent: .all)
        return update.isEmpty ? nil : LessonSoup(text: String(decoding: update.bytes, as: UTF8.self))
    }

    private func check(_ program: String) {
        if Self.count > 3000 { note(program) }
        let start = ContinuousClock.now
        let diagnostics = Sandbox().diagnostics(of: program)
        let seconds = (ContinuousClock.now - start).seconds
        #expect(seconds < 5, "\(seconds) s: \(program)")
        for diagnostic in diagnostics {
            #expect(diagnostic.code != "limit-internal", "\(diagnostic.sentence): \(program)")
            _ = DiagnosticRenderer().render(diagnostic)
        }
    }

    private func note(_ program: String) {
        guard let file = fopen("/tmp/convlab-fuzz.cl", "w") else { return }
        fputs(program, file)
        fclose(file)
    }
}
