/// A line on standard error that says how far something is, for whoever waits longer than a second.
package struct ProgressBar {
    private let stream = StandardStreams.errors()
    private let isShown = StandardStreams.errorsAreTerminal
    private let start = ContinuousClock.now
    private var last = ContinuousClock.now
    private var isVisible = false

    private static let width = 30

    package init() {}

    /// Shows that `done` of `count` are ready, at most ten times a second.
    package mutating func show(_ done: Int, of count: Int) {
        let now = ContinuousClock.now
        guard isShown, count > 0, now - start > .seconds(1), now - last > .milliseconds(100) else { return }
        last = now
        isVisible = true
        let filled = Self.width * done / count
        let bar = String(repeating: "=", count: filled) + String(repeating: " ", count: Self.width - filled)
        stream.write("\r[\(bar)] \(done) of \(count) \u{1B}[K")
        stream.flush()
    }

    /// Makes room for something else.
    package mutating func hide() {
        guard isVisible else { return }
        isVisible = false
        stream.write("\r\u{1B}[K")
        stream.flush()
    }
}
