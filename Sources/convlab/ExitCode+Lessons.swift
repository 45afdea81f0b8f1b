import ArgumentParser
import Literate
import Terminal

extension ExitCode {
    /// A check failed, or a program ended in an error.
    static let checkFailed = ExitCode(1)
    /// Wrong usage; the parser's own.
    static let usage = ExitCode(64)
    /// An input file cannot be read or used.
    static let badInput = ExitCode(65)
    /// Ctrl-C, as shells count it: 128 and the number of the signal.
    static let interrupted = ExitCode(130)
    /// A bug of ours.
    static let internalError = ExitCode(70)
}

/// Does the work of a subcommand and turns what went wrong into a message and an exit code.
func reportingProblems(_ streams: LessonStreams, _ body: () throws -> Void) throws {
    do {
        try body()
    } catch let problem as FileProblem {
        streams.complain(problem.diagnostic)
        throw ExitCode.badInput
    } catch let error where error is ExitCode || error is ValidationError {
        throw error
    } catch {
        streams.errors.write(
            "internal error: \(error)\nThis is a bug of convlab. Please report it with the command and the file.\n")
        streams.errors.flush()
        throw ExitCode.internalError
    }
}
