import Glibc
import Imaging
import Interpreter
import Synchronization
import Syntax
import TensorEngine

/// Filters files: reads, filters and writes one after the other, two at a time where there are two processors.
///
/// So it never holds more than two pictures. A file that cannot be read or filtered stops no other; one that cannot be
/// written ends the run, because the next would not fit either.
package final class FilterRun: Sendable {
    private let pairs: [FilterFiles.Pair]
    private let filter: Filter
    private let isInterrupted: @Sendable () -> Bool
    private let state = Mutex(State())

    private struct State {
        var next = 0
        var doneCount = 0
        var failures: [Diagnostic] = []
        var isOver = false
    }

    package enum Filter: Sendable {
        case kernel(PictureFilter)
        case function(FilterFunction)
    }

    /// What is known between two pictures.
    package struct Progress: Sendable {
        package var doneCount: Int
        package var count: Int
        /// What went wrong since the last one.
        package var failures: [Diagnostic]
    }

    package init(
        _ pairs: [FilterFiles.Pair], _ filter: Filter, isInterrupted: @escaping @Sendable () -> Bool
    ) {
        self.pairs = pairs
        self.filter = filter
        self.isInterrupted = isInterrupted
    }

    /// Filters all files; tells the calling thread, between two of its own, how far all are.
    package func run(_ tell: (Progress) -> Void) {
        let helper = canShare ? Thread { self.work {} } : nil
        work { tell(progress()) }
        helper?.join()
        tell(progress())
    }

    private var canShare: Bool {
        guard case .kernel = filter, pairs.count > 1 else { return false }
        return sysconf(Int32(_SC_NPROCESSORS_ONLN)) > 1
    }

    private func work(_ didOne: () -> Void) {
        while let pair = takeNext() {
            do {
                try filter(pair)
                state.withLock { $0.doneCount += 1 }
            } catch {
                state.withLock {
                    $0.failures.append(error.diagnostic)
                    if error.endsRun { $0.isOver = true }
                }
            }
            didOne()
        }
    }

    private func takeNext() -> FilterFiles.Pair? {
        if isInterrupted() { return nil }
        return state.withLock { state in
            guard !state.isOver, state.next < pairs.count else { return nil }
            state.next += 1
            return pairs[state.next - 1]
        }
    }

    /// To be asked by one thread alone: each failure is told once.
    private func progress() -> Progress {
        state.withLock { state in
            defer { state.failures = [] }
            return Progress(doneCount: state.doneCount, count: pairs.count, failures: state.failures)
        }
    }

    private struct Failure: Error {
        var diagnostic: Diagnostic
        var endsRun = false
    }

    private func filter(_ pair: FilterFiles.Pair) throws(Failure) {
        let result: [UInt8]
        do {
            let picture = try PNG.decode(try FileSystem.read(pair.input, name: pair.input))
            switch filter {
            case .kernel(let filter): result = try filter.encodedResult(of: picture)
            case .function(let function): result = try PNG.encode(function.apply(to: picture), .quick)
            }
        } catch var diagnostic as Diagnostic {
            diagnostic.reasons.append("in \(pair.input)")
            throw Failure(diagnostic: diagnostic)
        } catch let problem as FileProblem {
            throw Failure(diagnostic: problem.onCommandLine)
        } catch let problem as any FilterFileCause {
            throw Failure(diagnostic: problem.diagnostic(of: pair.input))
        } catch {
            throw Failure(diagnostic: Diagnostic(code: "limit-internal", "\(pair.input): \(error)"))
        }
        do {
            try FileSystem.write(result, to: pair.output, name: pair.output)
        } catch {
            throw Failure(diagnostic: error.diagnostic, endsRun: true)
        }
    }
}

/// What can be wrong with a picture, whose file the message names first.
private protocol FilterFileCause: Error {
    var code: String { get }
    var sentence: String { get }
    var causes: [String] { get }
}

extension FilterFileCause {
    fileprivate func diagnostic(of file: String) -> Diagnostic {
        Diagnostic(code: code, "\(file): \(sentence)", reasons: causes)
    }
}

extension PictureProblem: FilterFileCause {
    fileprivate var causes: [String] { reasons + (advice.map { [$0] } ?? []) }
}

extension FilterProblem: FilterFileCause {
    fileprivate var causes: [String] { reasons }
}

extension FilterValueProblem: FilterFileCause {
    fileprivate var causes: [String] { reasons }
}

extension LimitProblem: FilterFileCause {
    fileprivate var causes: [String] { reasons }
}

/// A thread of the system's that does one thing.
private final class Thread {
    private var handle = pthread_t()

    private final class Work {
        let body: @Sendable () -> Void
        init(_ body: @escaping @Sendable () -> Void) { self.body = body }
    }

    /// Nil where the system has none left.
    init?(_ body: @escaping @Sendable () -> Void) {
        let work = Unmanaged.passRetained(Work(body))
        let result = pthread_create(
            &handle, nil,
            { context in
                guard let context else { return nil }
                Unmanaged<Work>.fromOpaque(context).takeRetainedValue().body()
                return nil
            }, work.toOpaque())
        if result != 0 {
            work.release()
            return nil
        }
    }

    func join() { pthread_join(handle, nil) }
}
