import Glibc
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
