/// The candidate that a mistyped word most likely means, if one is near enough.
///
///     nearest("sofmax", among: ["softmax", "max"])    // "softmax"
///
/// A candidate that differs only in case wins; among equally near ones the first does.
package func nearest(_ word: String, among candidates: some Sequence<String>) -> String? {
    let wanted = Array(word.lowercased())
    var best: (candidate: String, distance: Int)?
    for candidate in candidates where candidate != word {
        let letters = Array(candidate.lowercased())
        if letters == wanted { return candidate }
        // One letter in three may be wrong; more of them and the guess would teach nothing.
        let limit = min((best?.distance ?? .max) - 1, max(wanted.count, letters.count) / 3)
        guard limit > 0, abs(letters.count - wanted.count) <= limit else { continue }
        let distance = editDistance(wanted, letters)
        if distance <= limit { best = (candidate, distance) }
    }
    return best?.candidate
}

/// Insertions, deletions, replacements and swaps of neighbours that turn one word into the other.
private func editDistance(_ left: [Character], _ right: [Character]) -> Int {
    var beforePrevious: [Int] = []
    var previous = Array(0...right.count)
    for row in left.indices {
        var current = [row + 1]
        for column in right.indices {
            let replaced = previous[column] + (left[row] == right[column] ? 0 : 1)
            var distance = min(replaced, previous[column + 1] + 1, current[column] + 1)
            if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
                distance = min(distance, beforePrevious[column - 1] + 1)
            }
            current.append(distance)
        }
        (beforePrevious, previous) = (previous, current)
    }
    return previous[right.count]
}
