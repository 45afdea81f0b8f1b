import Glibc

/// Frees what variables hold one after the other instead of within each other.
///
/// A closure may hold a closure that holds a closure, a million deep; freeing one within the other would overflow the
/// stack. Every such chain runs through cells, so cells hand what they held to this line, one for each thread.
/// Containers alone need no care, because their nesting is bounded.
final class ReleaseLine {
    private var waiting: [Value] = []
    private var isMoving = false

    /// Empties a place, and frees what stood there now or, while another value is being freed, right after it.
    ///
    /// The value is swapped into the line and never passed: whoever passes one may hold it until the line has moved on,
    /// and then it is freed by that holder, within the other.
    static func free(in place: inout Value) {
        guard let line = current else { return }
        line.waiting.append(.undefined)
        swap(&line.waiting[line.waiting.count - 1], &place)
        line.move()
    }

    private func move() {
        guard !isMoving else { return }
        isMoving = true
        while let next = waiting.popLast() { _ = consume next }
        isMoving = false
    }

    // MARK: - The thread's own

    private static var current: ReleaseLine? {
        guard let key else { return nil }
        if let line = pthread_getspecific(key) { return Unmanaged<ReleaseLine>.fromOpaque(line).takeUnretainedValue() }
        let line = ReleaseLine()
        pthread_setspecific(key, Unmanaged.passRetained(line).toOpaque())
        return line
    }

    /// Nil where the system has no more: then values are freed within each other.
    private static let key: pthread_key_t? = {
        var key = pthread_key_t()
        let made = pthread_key_create(&key) { line in
            if let line { Unmanaged<ReleaseLine>.fromOpaque(line).release() }
        }
        return made == 0 ? key : nil
    }()
}

extension Value {
    /// Freeing it may free further values.
    var holdsValues: Bool {
        switch self {
        case .undefined, .none, .truth, .number, .text, .tensor, .traced, .range, .dtype: false
        case .builtin(let builtin): builtin.derivedParameters != nil
        // its fields hold plain results
        case .view: false
        case .list, .tuple, .dictionary, .function, .cell, .iterator, .builder: true
        }
    }
}
