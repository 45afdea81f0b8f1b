import Glibc

/// The program `convlab`, built beside these tests.
struct BuiltProgram {
    struct Result {
        var status: Int32
        var output: String
        var errors: String
    }

    /// A folder for the files of one test, in which the program runs.
    let folder: String

    init() {
        folder = "/tmp/convlab-command-\(UInt64.random(in: 0 ... .max))"
        mkdir(folder, 0o755)
    }

    func remove() { _ = Self.system("rm -rf '\(folder)'") }

    /// Where the build put it: the test bundle's own folder.
    static let path: String = {
        let program = String(cString: realpath("/proc/self/exe", nil))
        let candidates = CommandLine.arguments.map { String(cString: realpath($0, nil) ?? strdup("")) } + [program]
        for candidate in candidates {
            var folder = candidate
            while let slash = folder.lastIndex(of: "/") {
                folder = String(folder[..<slash])
                if access(folder + "/convlab", X_OK) == 0, access(folder + "/convlab/.", F_OK) != 0 {
                    return folder + "/convlab"
                }
            }
        }
        return "convlab"
    }()

    func write(_ name: String, _ text: String) {
        guard let file = fopen(folder + "/" + name, "w") else { return }
        fputs(text, file)
        fclose(file)
    }

    func text(_ name: String) -> String { Self.contents(of: folder + "/" + name) }

    /// Runs the program with these arguments.
    func run(_ arguments: String, input: String = "") -> Result { shell("$convlab \(arguments)", input: input) }

    /// Runs a line of the shell in which `$convlab` is the program.
    @discardableResult
    func shell(_ line: String, input: String = "") -> Result {
        write(".input", input)
        let command = "cd '\(folder)'; convlab='\(Self.path)'; { \(line) ; } <.input >.output 2>.errors"
        return Result(status: Self.system(command), output: text(".output"), errors: text(".errors"))
    }

    private static func system(_ command: String) -> Int32 {
        let status = Glibc.system(command)
        // as WIFEXITED and WEXITSTATUS have it
        return status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
    }

    private static func contents(of path: String) -> String {
        guard let file = fopen(path, "r") else { return "" }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        while case let byte = fgetc(file), byte != EOF { bytes.append(UInt8(truncatingIfNeeded: byte)) }
        return String(decoding: bytes, as: UTF8.self)
    }
}
