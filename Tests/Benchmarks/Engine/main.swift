import ConvLabKit
import Glibc

// Answers one line after another: reads the name of a case, runs it for a while, writes nanoseconds for each of its
// operations. `differentiation.py` asks, between two measurements of a peer.
//
//     echo "scalar graph" | swift run -c release engine-benchmarks

while let line = readLine() {
    guard let benchmark = Benchmark.all.first(where: { $0.name == line }) else {
        print(line == "?" ? Benchmark.all.map(\.name).joined(separator: ", ") : "no case \(line); ? lists them")
        continue
    }
    do { print(try benchmark.nanoseconds()) } catch { print("refused: \(error)") }
    fflush(nil)
}
