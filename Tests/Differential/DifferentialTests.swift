import Testing

/// Random programs that `differential.py` recorded with what NumPy and SciPy gave for their twins.
@Suite("Random programs agree with NumPy and SciPy")
struct DifferentialTests {
    @Test("and there are enough of them")
    func complete() {
        #expect(Sample.all.count >= 300)
        #expect(Sample.areas.count >= 20)
    }

    @Test("in each area", arguments: Sample.areas)
    func agrees(_ area: String) {
        for sample in Sample.all where sample.area == area {
            let problem = sample.problem(in: ProgramRun(sample.program))
            #expect(problem == nil, "\(sample.name)\n\(sample.program)")
        }
    }
}
