import CKernels

/// Elements moved from place to place: the one way that transposing, slicing, stretching and writing share.
extension Tensor {
    /// A tensor of `shape` whose elements are found by stepping through these from `offset`, `steps` per axis.
    package func gathered(_ shape: Shape, steps: [Int], offset: Int = 0) throws(LimitProblem) -> Tensor {
        let result = try Tensor(uninitialized: shape, dtype)
        gather(into: result, steps: steps, offset: offset)
        return result
    }

    /// The same for a kernel whose result is there already, of this dtype.
    package func gather(into result: Tensor, steps: [Int], offset: Int = 0) {
        guard result.count > 0 else { return }
        let from = UnsafeRawPointer(box.memory) + offset * dtype.byteCount
        ck_gather(steps.count, Array(result.shape), steps, dtype.byteCount, from, result.box.memory)
    }

    /// Writes `values`, of this dtype and taken as of `shape`, where `gathered` would read.
    /// - Precondition: this tensor is unique, or nobody has seen it.
    package func scatter(_ values: Tensor, as shape: Shape? = nil, steps: [Int], offset: Int = 0) {
        guard values.count > 0 else { return }
        let to = box.memory + offset * dtype.byteCount
        ck_scatter(steps.count, Array(shape ?? values.shape), steps, dtype.byteCount, values.box.memory, to)
    }

    /// Reads blocks of `size` elements at `places`, which count blocks, into `result`.
    package func gatherBlocks(_ places: [Int], size: Int, into result: Tensor) {
        guard result.count > 0 else { return }
        ck_gather_places(places.count, places, size * dtype.byteCount, box.memory, result.box.memory)
    }

    /// Writes `values` to blocks of `size` elements; of the same place written twice, the last stays.
    package func scatterBlocks(_ values: Tensor, _ places: [Int], size: Int) {
        guard values.count > 0 else { return }
        ck_scatter_places(places.count, places, size * dtype.byteCount, values.box.memory, box.memory)
    }

    /// Copies these elements, of the same dtype, to a row-major position of `other`.
    package func copy(into other: Tensor, at position: Int = 0) {
        let to = other.box.memory + position * dtype.byteCount
        to.copyMemory(from: box.memory, byteCount: count * dtype.byteCount)
    }
}

/// The same numbers in another element type.
extension Tensor {
    /// This tensor itself where it has that dtype already. Truth values become 0 and 1; NaN is true.
    public func converted(to dtype: DType) throws(LimitProblem) -> Tensor {
        if dtype == self.dtype { return self }
        let result = try Tensor(uninitialized: shape, dtype)
        convert(into: result)
        return result
    }

    /// The same for a kernel whose result is there already.
    package func convert(into result: Tensor) {
        let f32 = Kernels.f32.pointee.elementwise
        let f64 = Kernels.f64.pointee.elementwise
        switch (dtype, result.dtype) {
        case (.bool, .float32): f32.from_truth(count, pointer(UInt8.self), result.mutablePointer(Float.self))
        case (.bool, .float64): f64.from_truth(count, pointer(UInt8.self), result.mutablePointer(Double.self))
        case (.float32, .float64): f64.from_f32(count, pointer(Float.self), result.mutablePointer(Double.self))
        case (.float64, .float32): f32.from_f64(count, pointer(Double.self), result.mutablePointer(Float.self))
        case (.float32, .bool): f32.is_nonzero(count, pointer(Float.self), result.mutablePointer(UInt8.self))
        case (.float64, .bool): f64.is_nonzero(count, pointer(Double.self), result.mutablePointer(UInt8.self))
        case (.bool, .bool), (.float32, .float32), (.float64, .float64): copy(into: result)
        }
    }
}
