import ArgumentParser
import Interpreter

/// What bounds a program.
struct LimitOptions: ParsableArguments {
    @Option(help: "Seconds, with a fraction if you like.")
    var maxSeconds: Double?
    @Option(help: "Memory, as in 512MB.")
    var maxMemory: ByteCount?
    @Option(help: "Rounds of loops and calls.")
    var maxSteps: Int?
    @Option(help: "Calls within calls.")
    var maxDepth: Int?

    func validate() throws {
        if let maxSeconds, !(maxSeconds > 0) { throw ValidationError("--max-seconds needs a number above 0.") }
        if let maxSteps, maxSteps < 1 { throw ValidationError("--max-steps needs a whole number from 1 on.") }
        if let maxDepth, maxDepth < 1 { throw ValidationError("--max-depth needs a whole number from 1 on.") }
    }

    var limits: Limits {
        var limits = Limits()
        if let maxSeconds { limits.seconds = maxSeconds }
        if let maxMemory { limits.memory = maxMemory.count }
        if let maxSteps { limits.steps = maxSteps }
        if let maxDepth { limits.depth = maxDepth }
        return limits
    }
}

/// A number of bytes as people write it: `512MB`, `2GB`, `100000`.
struct ByteCount: ExpressibleByArgument {
    var count: Int

    private static let units: [(suffix: String, factor: Double)] = [
        ("KIB", 1024), ("MIB", 1024 * 1024), ("GIB", 1024 * 1024 * 1024), ("KB", 1e3), ("MB", 1e6), ("GB", 1e9),
        ("K", 1e3), ("M", 1e6), ("G", 1e9), ("B", 1),
    ]

    init?(argument: String) {
        let text = argument.uppercased()
        let unit = Self.units.first { text.hasSuffix($0.suffix) }
        guard let number = Double(text.dropLast(unit?.suffix.count ?? 0)), number > 0,
            let count = Int(exactly: (number * (unit?.factor ?? 1)).rounded())
        else { return nil }
        self.count = count
    }
}
