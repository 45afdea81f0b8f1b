import Glibc

/// A terminal of 100 x 30 in which the built program runs, with a folder and a history of its own.
final class Tmux {
    private let folder = "/tmp/convlab-tmux-\(UInt64.random(in: 0 ... .max))"

    init() { mkdir(folder, 0o700) }

    /// They hold times, which a busy machine does not keep: `CONVLAB_TMUX=1 swift test -c release --filter TmuxTests`.
    static let isWanted = getenv("CONVLAB_TMUX") != nil && system("tmux -V >/dev/null 2>&1") == 0

    /// On a busy machine a server sometimes ends before it has begun.
    struct NotStarted: Error {}

    /// A wait has run out: what follows from that is not waited for again.
    private var isLate = false

    // MARK: - The program

    /// Where the build put it: beside the tests.
    private static let program: String = {
        for argument in CommandLine.arguments + ["/proc/self/exe"] {
            guard let found = realpath(argument, nil) else { continue }
            defer { free(found) }
            var folder = String(cString: found)
            while let slash = folder.lastIndex(of: "/") {
                folder = String(folder[..<slash])
                let candidate = folder + "/convlab"
                if access(candidate, X_OK) == 0, access(candidate + "/.", F_OK) != 0 { return candidate }
            }
        }
        return "convlab"
    }()

    private var socket: String { folder + "/socket" }

    /// Runs the program, or another command, and waits for its prompt.
    func start(_ command: String? = nil) throws {
        let environment = "unset NO_COLOR; XDG_STATE_HOME=\(folder) TERM=xterm-256color"
        let program = "\(environment) \(command ?? Self.program + " repl"); touch \(folder)/ended"
        let session = "\(tmux) -f /dev/null new-session -d -x 100 -y 30 '\(program); sleep 60' 2>/dev/null"
        for _ in 0..<5 {
            isLate = false
            if system("rm -f \(folder)/ended; cd \(folder) && \(session)") == 0, shows("cl>") { return }
            _ = system("\(tmux) kill-server 2>/dev/null")
        }
        throw NotStarted()
    }

    func close() {
        _ = system("\(tmux) kill-server 2>/dev/null; rm -rf \(folder)")
    }

    /// The program has ended; its terminal goes with it.
    func waitForEnd() {
        _ = eventually { access(folder + "/ended", F_OK) == 0 }
        _ = system("\(tmux) kill-server 2>/dev/null")
    }

    var permissionsOfHistory: UInt32? {
        var facts = stat()
        return stat(folder + "/convlab/history", &facts) == 0 ? facts.st_mode & 0o777 : nil
    }

    // MARK: - Keys

    /// A server that does not answer is no reason to wait for ever.
    private var tmux: String { "env -u TMUX timeout 10 tmux -u -S \(socket)" }

    /// Presses keys by tmux's names for them; any other text is typed.
    func press(_ keys: String...) {
        for key in keys { _ = system("\(tmux) send-keys -t 0 -- \(quoted(key))") }
    }

    /// Types a line and presses Enter.
    func type(_ line: String) {
        if !line.isEmpty { _ = system("\(tmux) send-keys -t 0 -l -- \(quoted(line))") }
        press("Enter")
    }

    /// Pastes as terminals do, in brackets that say so.
    func paste(_ text: String) {
        _ = system("\(tmux) set-buffer -- \(quoted(text)) && \(tmux) paste-buffer -p -t 0")
    }

    private func quoted(_ text: String) -> String { "'" + text.replacing("'", with: "'\\''") + "'" }

    // MARK: - The screen

    var screen: String { output(of: "\(tmux) capture-pane -p -t 0") }

    /// Waits for a text; whether it came.
    func shows(_ text: String) -> Bool { eventually { screen.contains(text) } }

    private func eventually(_ isTrue: () -> Bool) -> Bool {
        // long enough for a machine with much else to do; what is there is seen at once
        let deadline = ContinuousClock.now + (isLate ? .seconds(1) : .seconds(30))
        repeat {
            if isTrue() { return true }
            usleep(5_000)
        } while ContinuousClock.now < deadline
        isLate = true
        return false
    }

    /// What a line of the shell writes in which `$convlab` is the program.
    func output(ofShell line: String) -> String { output(of: "cd \(folder); convlab=\(Self.program); \(line)") }

    private func output(of command: String) -> String {
        guard let stream = popen(command, "r") else { return "" }
        defer { pclose(stream) }
        var bytes: [UInt8] = []
        while case let byte = fgetc(stream), byte != EOF { bytes.append(UInt8(truncatingIfNeeded: byte)) }
        return String(decoding: bytes, as: UTF8.self)
    }
}
