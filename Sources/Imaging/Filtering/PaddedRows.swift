import TensorEngine

/// Where the elements of a padded picture come from.
struct PaddingMap {
    /// For each row of the padded picture its row, or nil for zeros.
    let rows: [Int?]
    /// The columns of the border before the first column and after the last.
    let before, after: [Int?]
    let width: Int

    var paddedWidth: Int { before.count + width + after.count }

    /// As conv2d pads for `padding="same"`: the odd element goes to the end.
    init(height: Int, width: Int, kernel: FilterKernel, _ mode: PaddingMode) throws(FilterProblem) {
        let (top, left) = ((kernel.rows - 1) / 2, (kernel.columns - 1) / 2)
        let (bottom, right) = (kernel.rows - 1 - top, kernel.columns - 1 - left)
        guard mode.reaches(bottom, size: height), mode.reaches(right, size: width) else {
            throw .tooSmall(
                height: height, width: width, kernelRows: kernel.rows, kernelColumns: kernel.columns,
                mode: mode.rawValue)
        }
        self.width = width
        rows = (-top..<height + bottom).map { mode.source(of: $0, size: height) }
        before = (-left..<0).map { mode.source(of: $0, size: width) }
        after = (width..<width + right).map { mode.source(of: $0, size: width) }
    }

    /// Fills the borders of a padded row whose own elements are there.
    func fillBorders<Element: BinaryFloatingPoint>(_ row: UnsafeMutablePointer<Element>) {
        let own = row + before.count
        for (place, source) in before.enumerated() { row[place] = source.map { own[$0] } ?? 0 }
        for (place, source) in after.enumerated() { own[width + place] = source.map { own[$0] } ?? 0 }
    }

    /// The column of the picture that a column of the padded picture shows, or nil for zero.
    func column(_ place: Int) -> Int? {
        if place < before.count { return before[place] }
        return place < before.count + width ? place - before.count : after[place - before.count - width]
    }
}

extension PaddingMode {
    /// Whether a border so thick is made of one mirror image, or one copy, of what it borders on.
    fileprivate func reaches(_ thickness: Int, size: Int) -> Bool {
        switch self {
        case .constant, .replicate: true
        case .reflect: thickness < size
        case .circular, .symmetric: thickness <= size
        }
    }
}

/// The padded rows under a kernel that moves down a picture; each row is loaded once.
struct PaddedRows<Element: BinaryFloatingPoint> {
    private let map: PaddingMap
    private let slots: [UnsafeMutablePointer<Element>]
    private let storage: UnsafeMutablePointer<Element>
    /// The rows of the padded picture that are loaded, or were.
    private var loaded = 0

    /// To be freed with `free`.
    init(_ map: PaddingMap, kernelRows: Int) {
        self.map = map
        let storage = UnsafeMutablePointer<Element>.allocate(capacity: kernelRows * map.paddedWidth)
        self.storage = storage
        slots = (0..<kernelRows).map { storage + $0 * map.paddedWidth }
    }

    func free() { storage.deallocate() }

    /// The rows under the kernel when it stands at `row`, which must not go back.
    ///
    /// `load` writes the elements of a row of the picture.
    mutating func rows(
        at row: Int, load: (_ row: Int, _ target: UnsafeMutablePointer<Element>) -> Void
    ) -> [UnsafePointer<Element>] {
        while loaded < row + slots.count {
            let target = slots[loaded % slots.count]
            if let source = map.rows[loaded] {
                load(source, target + map.before.count)
                map.fillBorders(target)
            } else {
                target.update(repeating: 0, count: map.paddedWidth)
            }
            loaded += 1
        }
        return slots.indices.map { UnsafePointer(slots[(row + $0) % slots.count]) }
    }
}
