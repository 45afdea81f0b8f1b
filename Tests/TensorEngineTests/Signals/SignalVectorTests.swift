import TensorEngine
import Testing

@Suite struct SignalVectorTests {
    @Test("Every operation gives what SciPy, NumPy and PyTorch's definitions give", arguments: SignalVector.all)
    func agrees(vector: SignalVector) throws {
        let result = try vector.primitive(vector.arguments)[0]
        #expect(result.shape == vector.result.shape)
        #expect(result.dtype == vector.result.dtype)
        #expect(largestDifference(result, vector.result) <= tolerance(result))
    }

    @Test("Every operation of the families has vectors")
    func coversEveryOperation() {
        let covered = Set(SignalVector.all.map(\.primitive.name))
        #expect(Primitive.allSignalFamilies.map(\.name).filter { !covered.contains($0) } == [])
    }

    @Test("Every sample is accepted", arguments: Primitive.allSignalFamilies.map(\.name))
    func samplesRun(name: String) throws {
        let primitive = try Primitive.signal(name)
        var random = RandomNumbers(seed: 1)
        let arguments = try primitive.sample(&random)
        #expect(arguments.count == primitive.parameters.count)
        #expect(try primitive(Arguments(arguments)).count == 1)
    }

    /// Relative to the largest entry, as the language promises.
    private func tolerance(_ tensor: Tensor) -> Double {
        let largest = tensor.elements.filter(\.isFinite).map(abs).max() ?? 0
        return (tensor.dtype == .float32 ? 1e-5 : 1e-12) * max(largest, 1)
    }
}

/// NaN equals NaN, an infinity itself.
func largestDifference(_ a: Tensor, _ b: Tensor) -> Double {
    zip(a.elements, b.elements).map { x, y in
        x == y || (x.isNaN && y.isNaN) ? 0 : x.isFinite && y.isFinite ? abs(x - y) : .infinity
    }.max() ?? 0
}
