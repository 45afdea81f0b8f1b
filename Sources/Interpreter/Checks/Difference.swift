import TensorEngine

/// How two blocks of numbers that were to agree differ, in the words of somebody who wants to find the mistake.
///
/// *Yours* is the one that is being checked: the left side of an `expect`, the first value of an `agree`, what a
/// statement gave where its `#>` states something else. Everything here takes time linear in the number of elements.
package struct Difference: Equatable, Sendable {
    /// The two numbers that are farthest apart, and where.
    package struct Pair: Equatable, Sendable {
        package var place: [Int]
        package var yours: Double
        package var theirs: Double
    }

    private let shapes: (yours: Shape, theirs: Shape)
    package private(set) var differing = 0
    package let total: Int
    /// Nil when the shapes differ.
    package private(set) var worst: Pair?
    package private(set) var region: DifferenceRegion?
    package private(set) var pattern: DifferencePattern?

    /// Nil when they agree; `agrees` says whether a number may stand where theirs has its element at a position.
    package init?(_ yours: Tensor, _ theirs: Tensor, agrees: @escaping (_ number: Double, _ position: Int) -> Bool) {
        shapes = (yours.shape, theirs.shape)
        total = theirs.count
        if yours.shape == theirs.shape {
            var regions = RegionSearch(theirs.shape)
            var farthest = (distance: -1.0, position: 0)
            for position in 0..<total {
                let number = yours.element(position)
                guard !agrees(number, position) else { continue }
                differing += 1
                regions.note(position)
                let distance = abs(number - theirs.element(position))
                // a NaN is as far away as can be, the first one above all
                if distance > farthest.distance || distance.isNaN && !farthest.distance.isNaN {
                    farthest = (distance.isNaN ? .nan : distance, position)
                }
            }
            guard differing > 0 else { return nil }
            let position = farthest.position
            worst = Pair(
                place: theirs.shape.place(of: position), yours: yours.element(position),
                theirs: theirs.element(position))
            region = regions.region
        }
        pattern = PatternSearch(yours, theirs, agrees: agrees).pattern
    }

    package static func == (a: Difference, b: Difference) -> Bool { a.sentence == b.sentence }

    package var shapesDiffer: Bool { worst == nil }

    /// One plain sentence.
    package var sentence: String {
        // a pattern says more than a place where it does not hold
        facts(region: pattern == nil ? region : nil) + (pattern.map { "; " + $0.sentence } ?? "")
    }

    /// The same where neither of the two is the reader's.
    var impartialSentence: String { facts(region: region) }

    private func facts(region: DifferenceRegion?) -> String {
        guard let worst else { return "the shapes differ: \(shapes.yours) and \(shapes.theirs)" }
        let (yours, theirs) = distinctTexts(worst.yours, worst.theirs)
        if shapes.theirs.rank == 0 { return "\(yours) differs from \(theirs)" }
        let place = "\(differing == 1 ? "at" : "most at") \(placeText(worst.place)): \(yours) and \(theirs)"
        let amount = "\(differing) of \(total) elements \(differing == 1 ? "differs" : "differ")"
        return [amount, region?.text, place].compactMap(\.self).joined(separator: ", ")
    }
}

/// `[1, 2]`
package func placeText(_ place: [Int]) -> String { "[" + place.map(String.init).joined(separator: ", ") + "]" }

/// Two numbers with as many digits as it takes to tell them apart.
package func distinctTexts(_ a: Double, _ b: Double, digits: Int = 10) -> (String, String) {
    for digits in digits...17 {
        let texts = (generalText(a, digits: digits), generalText(b, digits: digits))
        if texts.0 != texts.1 { return texts }
    }
    return (generalText(a, digits: digits), generalText(b, digits: digits))
}

extension Shape {
    /// The indexes of a row-major position.
    func place(of position: Int) -> [Int] {
        var rest = position
        var indexes: [Int] = []
        for size in reversed() {
            indexes.append(rest % Swift.max(1, size))
            rest /= Swift.max(1, size)
        }
        return indexes.reversed()
    }
}

/// A shape as images see it: planes of rows and columns; a vector is one row.
struct Planes {
    let shape: Shape
    let count: Int
    let rows: Int
    let columns: Int

    init(_ shape: Shape) {
        self.shape = shape
        columns = shape.rank > 0 ? shape[shape.rank - 1] : 1
        rows = shape.rank > 1 ? shape[shape.rank - 2] : 1
        count = rows * columns == 0 ? 0 : shape.elementCount / (rows * columns)
    }

    var isVector: Bool { shape.rank == 1 }
}
