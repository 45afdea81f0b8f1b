import Foundation
import TensorEngine
import Testing

/// The windows that `trace` draws, against the results that SciPy and PyTorch's definitions have given.
@Suite("The windows that are drawn are those that are computed")
struct WindowReadingTests {
    private static let vectors = SignalVector.all.filter { $0.primitive.hasWindows && isDrawable($0) }

    /// Others are refused: more than two axes, or a kernel larger than the image.
    private static func isDrawable(_ vector: SignalVector) -> Bool {
        (try? vector.primitive.windows(vector.arguments)) != nil
    }

    @Test("Every operation with a window has some to test")
    func coversEveryOperation() {
        let covered = Set(Self.vectors.map(\.primitive.name))
        #expect(Primitive.allCases.filter(\.hasWindows).map(\.name).filter { !covered.contains($0) } == [])
        #expect(Self.vectors.count > SignalVector.all.count(where: \.primitive.hasWindows) * 8 / 10)
    }

    @Test("What lies under a window makes the element of the result", arguments: vectors)
    func looks(vector: SignalVector) throws {
        let reading = try #require(try vector.primitive.windows(vector.arguments))
        let result = vector.result
        for position in 0..<result.count {
            let look = try reading.look(at: place(position, result.shape), in: result.shape)
            let expected = result.element(position), found = outcome(of: look, reading.rule)
            #expect(abs(found - expected) <= tolerance(result) || found == expected || (found.isNaN && expected.isNaN))
        }
    }

    @Test("The ways from the image's elements lead to the windows that hold them", arguments: vectors)
    func paths(vector: SignalVector) throws {
        let reading = try #require(try vector.primitive.windows(vector.arguments))
        let x = vector.arguments.tensor(0), result = vector.result
        guard reading.rule == .products, x.elements.allSatisfy(\.isFinite) else { return }
        var sums = Array(repeating: 0.0, count: result.count)
        for position in 0..<x.count {
            for path in try reading.paths(from: place(position, x.shape), result: result.shape) {
                sums[result.shape.position(of: path.output)] += path.weight * x.element(position)
            }
        }
        for position in 0..<result.count {
            let place = place(position, result.shape)
            let look = try reading.look(at: place, in: result.shape)
            let constants = (look.bias ?? 0) + borderSum(vector, reading, place)
            #expect(abs(sums[position] + constants - result.element(position)) <= tolerance(result))
        }
    }

    /// What SciPy's fillvalue adds where the window reaches beyond the image.
    private func borderSum(_ vector: SignalVector, _ reading: WindowReading, _ place: [Int]) -> Double {
        guard vector.primitive.parameters.contains(where: { $0.name == "fillvalue" }), vector.arguments.number(4) != 0,
            vector.arguments.choice(3) == "fill",
            let look = try? reading.look(at: place, in: vector.result.shape), let plane = look.planes.first
        else { return 0 }
        let rows = vector.arguments.tensor(0).shape.suffix(2).first ?? 0, columns = vector.arguments.tensor(0).shape.last ?? 0
        var sum = 0.0
        for (r, row) in (plane.kernel ?? []).enumerated() {
            for (c, weight) in row.enumerated() {
                let isInside = (0..<rows).contains(look.rows.start + r) && (0..<columns).contains(look.columns.start + c)
                if !isInside { sum += weight * vector.arguments.number(4) }
            }
        }
        return sum
    }

    private func outcome(of look: WindowReading.Look, _ rule: WindowReading.Rule) -> Double {
        let elements = look.planes.flatMap { $0.elements.flatMap { $0 } }
        switch rule {
        case .products:
            let weights = look.planes.flatMap { ($0.kernel ?? []).flatMap { $0 } }
            return zip(elements, weights).reduce(look.bias ?? 0) { $0 + $1.0 * $1.1 }
        case .largest: return elements.contains(where: \.isNaN) ? .nan : elements.max() ?? -.infinity
        case .mean: return elements.reduce(0, +) / Double(look.divisor)
        case .norm(let p): return pow(elements.reduce(0) { $0 + pow($1, p) }, 1 / p)
        case .chosen: return elements[0]
        }
    }

    private func place(_ position: Int, _ shape: Shape) -> [Int] {
        var rest = position
        return shape.reversed().map { size in
            defer { rest /= size }
            return rest % size
        }.reversed()
    }

    private func tolerance(_ tensor: Tensor) -> Double {
        let largest = tensor.elements.filter(\.isFinite).map(abs).max() ?? 0
        return (tensor.dtype == .float32 ? 1e-5 : 1e-11) * max(largest, 1)
    }
}
