import CTerminal
import Glibc

/// What a prompt hears from whoever types.
package enum Heard: Equatable {
    /// Several lines when it was pasted, or taken from the history.
    case text(String)
    /// Ctrl-C.
    case interrupted
    /// Ctrl-D.
    case end
}

/// The person's terminal while a prompt runs: lines with editing, history and completion, Ctrl-C, and the progress.
///
/// This file alone knows the C side. There is one terminal, so that one of these is made in a process.
package final class PromptTerminal {
    /// Says what may stand at the end of a text, and how many of its last bytes that would replace.
    package var complete: (String) -> Completion = { _ in Completion() }
    private let showsProgress: Bool

    /// - Parameters:
    ///   - history: the file that keeps entries from session to session.
    ///   - showsProgress: the terminal can take a line back.
    package init(history: String?, showsProgress: Bool) {
        self.showsProgress = showsProgress
        _ = ct_interrupts_catch()
        ct_lines_open(completeLine, Unmanaged.passUnretained(self).toOpaque())
        if let history { ct_history_open(history, Self.mostEntries) }
    }

    private static let mostEntries: Int32 = 2000

    // MARK: - Lines

    package func read(prompt: String) -> Heard {
        var line: UnsafeMutablePointer<CChar>?
        switch ct_line_read(prompt, &line) {
        case .CT_INTERRUPTED: return .interrupted
        case .CT_END: return .end
        case .CT_LINE:
            guard let line else { return .end }
            defer { free(line) }
            return .text(String(cString: line))
        }
    }

    package func remember(_ entry: String) { ct_history_add(entry) }

    // MARK: - Ctrl-C

    package var isInterrupted: Bool { ct_interrupt_is_pending() }

    /// Forgets that Ctrl-C was pressed; whether it was.
    @discardableResult
    package func takeInterrupt() -> Bool { ct_interrupt_take() }

    // MARK: - Progress

    /// Runs what may take long, and says from a second on how long it takes.
    package func showingProgress<Result, Failure>(_ body: () throws(Failure) -> Result) throws(Failure) -> Result {
        guard showsProgress else { return try body() }
        ct_progress_begin()
        defer { ct_progress_end() }
        return try body()
    }

    /// Makes room for what `body` writes; it returns whether it ended with a line.
    package func interruptingProgress(_ body: () -> Bool) {
        guard showsProgress else { return _ = body() }
        ct_progress_hide()
        if body() { ct_progress_allow() }
    }
}

/// Ctrl-C while files run: noted here, so that the running statement stops by itself and every file stays whole.
package enum Interrupts {
    /// From now on Ctrl-C does not end the process.
    package static func note() { _ = ct_interrupts_catch() }

    package static var isPending: Bool { ct_interrupt_is_pending() }
}

/// What may stand at a place in a line.
package struct Completion: Equatable {
    package var candidates: [String] = []
    /// The bytes before the place that a candidate replaces.
    package var replacedCount = 0

    package init(candidates: [String] = [], replacedCount: Int = 0) {
        self.candidates = candidates
        self.replacedCount = replacedCount
    }
}

/// Called by readline: a list of texts from malloc, or nil.
private func completeLine(
    _ context: UnsafeMutableRawPointer?, _ line: UnsafePointer<CChar>?, _ point: Int32,
    _ start: UnsafeMutablePointer<Int32>?
) -> UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? {
    guard let context, let line, let start else { return nil }
    let terminal = Unmanaged<PromptTerminal>.fromOpaque(context).takeUnretainedValue()
    let before = UnsafeRawBufferPointer(start: line, count: Int(point))
    let completion = terminal.complete(String(decoding: before, as: UTF8.self))
    guard !completion.candidates.isEmpty else { return nil }
    start.pointee = point - Int32(completion.replacedCount)
    // C frees it
    let texts = completion.candidates.map { strdup($0) } + [nil]
    let memory = malloc(texts.count * MemoryLayout<UnsafeMutablePointer<CChar>?>.stride)
    let list = memory?.bindMemory(to: UnsafeMutablePointer<CChar>?.self, capacity: texts.count)
    list?.initialize(from: texts, count: texts.count)
    return list
}
