import CKernels

/// The kernels of the best CPU level that this machine has, chosen once.
///
/// This file and `Memory.swift` are the only ones that know the C module; families reach a kernel by key path,
/// `\.elementwise.exp`.
enum Kernels {
    /// Unsafe only in name: the tables are constants of the C module.
    nonisolated(unsafe) private static let table = ck_best()
    static var f32: ck_families_f32 { table.pointee.f32 }
    static var f64: ck_families_f64 { table.pointee.f64 }

    /// How windows move over padded images, as the signal kernels take it.
    typealias Windows = ck_windows
}
