import Glibc

/// Where text goes: a stream of this process, or anything else that takes text.
package final class TextStream {
    private let sink: ([UInt8]) -> Void
    private var buffer: [UInt8] = []
    private static let capacity = 1 << 15

    package init(_ sink: @escaping ([UInt8]) -> Void) { self.sink = sink }

    package func write(_ text: String) {
        buffer += text.utf8
        if buffer.count >= Self.capacity { flush() }
    }

    package func flush() {
        guard !buffer.isEmpty else { return }
        sink(buffer)
        buffer.removeAll(keepingCapacity: true)
    }
}

/// The process's own streams: the one place of `Terminal` that calls the C library for them.
package enum StandardStreams {
    /// Lets a reader that closes our output early (`| head`) end us quietly, whatever our parent arranged.
    package static func endQuietlyWithReader() { signal(SIGPIPE, SIG_DFL) }

    package static func output() -> TextStream { TextStream { write($0, to: STDOUT_FILENO) } }
    package static func errors() -> TextStream { TextStream { write($0, to: STDERR_FILENO) } }

    package static var outputIsTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
    package static var errorsAreTerminal: Bool { isatty(STDERR_FILENO) == 1 }
    package static var inputIsTerminal: Bool { isatty(STDIN_FILENO) == 1 }

    /// The terminal's size in pixels; nil if it does not say.
    package static var pixels: (width: Int, height: Int)? {
        var size = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_xpixel > 0, size.ws_ypixel > 0 else { return nil }
        return (Int(size.ws_xpixel), Int(size.ws_ypixel))
    }

    /// The terminal's size in characters.
    package static var size: (columns: Int, rows: Int) {
        var size = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return (80, 24) }
        return (Int(size.ws_col), Int(max(size.ws_row, 10)))
    }

    private static func write(_ bytes: [UInt8], to file: Int32) {
        bytes.withUnsafeBytes { buffer in
            var rest = buffer[...]
            while !rest.isEmpty {
                let count = Glibc.write(file, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
                if count < 0, errno == EINTR { continue }
                // nobody is left to tell
                if count <= 0 { return }
                rest = rest.dropFirst(count)
            }
        }
    }
}
