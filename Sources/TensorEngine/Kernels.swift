import CKernels

/// The kernels of one CPU level: the best that this machine has, unless a test asks for another.
///
/// This file and `Memory.swift` are the only ones that know the C module.
package enum Kernels {
    /// The names of the levels that this machine can run, best last.
    package static var levels: [String] {
        (0..<ck_level_count()).map { String(cString: ck_level($0).pointee.name) }
    }

    /// Runs `body` on the calling thread with the kernels of a level, an index into `levels`.
    package static func whileUsing<Result>(level: Int, _ body: () throws -> Result) rethrows -> Result {
        let outer = ck_current()
        ck_set_current(ck_level(level))
        defer { ck_set_current(outer) }
        return try body()
    }

    static var f32: UnsafePointer<ck_families_f32> { family(at: offset32) }
    static var f64: UnsafePointer<ck_families_f64> { family(at: offset64) }
    static var truth: ck_truth { ck_current().pointee.truth }

    // Worked out once: following a key path takes longer than a kernel on a small tensor.
    private static let offset32 = MemoryLayout<ck_kernels>.offset(of: \.f32) ?? 0
    private static let offset64 = MemoryLayout<ck_kernels>.offset(of: \.f64) ?? 0

    private static func family<Family>(at offset: Int) -> UnsafePointer<Family> {
        (UnsafeRawPointer(ck_current()) + offset).assumingMemoryBound(to: Family.self)
    }

    /// How windows move over padded images, as the signal kernels take it.
    typealias Windows = ck_windows
}

/// One kernel for both element types: `KernelPair(\.elementwise.exp, \.elementwise.exp)`.
///
/// It keeps where the kernel stands in the tables, not the kernel, because the level is the thread's choice.
struct KernelPair<F32, F64>: Sendable {
    private let offset32: Int
    private let offset64: Int

    init(_ path32: KeyPath<ck_families_f32, F32>, _ path64: KeyPath<ck_families_f64, F64>) {
        guard let offset32 = MemoryLayout<ck_families_f32>.offset(of: path32),
            let offset64 = MemoryLayout<ck_families_f64>.offset(of: path64)
        else { preconditionFailure("kernels are stored fields") }
        self.offset32 = offset32
        self.offset64 = offset64
    }

    var f32: F32 { UnsafeRawPointer(Kernels.f32).load(fromByteOffset: offset32, as: F32.self) }
    var f64: F64 { UnsafeRawPointer(Kernels.f64).load(fromByteOffset: offset64, as: F64.self) }
}

// The kernel types by what they do. The first of each pair is for float32.
typealias UnaryKernel = KernelPair<ck_elementwise_f32_unary, ck_elementwise_f64_unary>
typealias BinaryKernel = KernelPair<ck_elementwise_f32_binary, ck_elementwise_f64_binary>
typealias TestKernel = KernelPair<ck_elementwise_f32_test, ck_elementwise_f64_test>
typealias ComparisonKernel = KernelPair<ck_elementwise_f32_comparison, ck_elementwise_f64_comparison>
typealias AlongKernel = KernelPair<ck_reduce_f32_along, ck_reduce_f64_along>
typealias PlaceKernel = KernelPair<ck_reduce_f32_place, ck_reduce_f64_place>

/// Two masks to one.
typealias TruthKernel = ck_truth_binary
