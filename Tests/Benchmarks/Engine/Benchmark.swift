import ConvLabKit
import Glibc

/// Something to measure, made of so many operations.
struct Benchmark {
    let name: String
    let operations: Int
    let body: () throws -> Void

    /// For each operation: the best of many short samples. Noise only ever adds, and a short one is often undisturbed.
    func nanoseconds() throws -> Double {
        let repeats = try repeatsFor(seconds: 0.0005)
        let samples = try (0..<200).map { _ in try seconds(repeats) }
        return (samples.min() ?? 0) * 1e9 / Double(operations)
    }

    private func repeatsFor(seconds wanted: Double) throws -> Int {
        var repeats = 1
        while try seconds(repeats) * Double(repeats) < wanted { repeats *= 2 }
        return repeats
    }

    private func seconds(_ repeats: Int) throws -> Double {
        let start = Benchmark.now()
        for _ in 0..<repeats { try body() }
        return (Benchmark.now() - start) / Double(repeats)
    }

    private static func now() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
    }
}
