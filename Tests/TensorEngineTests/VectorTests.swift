import Foundation
import TensorEngine
import Testing

@Suite("What NumPy gives")
struct VectorTests {
    @Test("is written down for every operation")
    func complete() {
        let covered = Set(Vector.all.map(\.primitive.name) + SignalVector.all.map(\.primitive.name))
        #expect(Vector.all.count == Vector.lines.count, "lines that cannot be read")
        for primitive in Primitive.allCases { #expect(covered.contains(primitive.name), "\(primitive.name)") }
    }

    @Test(
        "is what the operation gives", arguments: Dictionary(grouping: Vector.all, by: \.primitive.name).keys.sorted())
    func agrees(_ name: String) {
        for vector in Vector.all where vector.primitive.name == name {
            do {
                let results = try vector.primitive(vector.arguments)
                #expect(results.map(\.shape) == vector.expected.map(\.shape), "\(vector.testDescription)")
                #expect(results.map(\.dtype) == vector.expected.map(\.dtype), "\(vector.testDescription)")
                for (result, expected) in zip(results, vector.expected) {
                    // float32 functions of the C library may differ from NumPy's in the last bit.
                    let tolerance = expected.dtype == .float32 ? 1e-6 : 1e-12
                    let disagreement = Agreement.of(result.elements, expected.elements, tolerance: tolerance)
                    #expect(disagreement == nil, "\(vector.testDescription)")
                }
            } catch { Issue.record("\(vector.testDescription): \((error as? any Problem)?.sentence ?? "\(error)")") }
        }
    }
}
