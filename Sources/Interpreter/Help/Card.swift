/// Two pages for somebody who comes from another library: how it is written there, and how here.
package struct Card: Sendable {
    package struct Row: Sendable {
        package let theirs: String
        /// A program that runs after the card's `setup`, with its result.
        package let ours: String
    }

    package struct Section: Sendable {
        package let title: String
        package let rows: [Row]

        init(_ title: String, _ rows: [(String, String)]) {
            self.title = title
            self.rows = rows.map { Row(theirs: $0.0, ours: $0.1) }
        }
    }

    package let name: String
    package let summary: String
    /// What every row may use; each line is written alike on both sides.
    package let setup: String
    package let sections: [Section]

    package static let all = [numpy, pytorch, matlab]

    package static func named(_ name: String) -> Card? { all.first { $0.name == name } }

    /// The left column is as wide as its widest line, over all sections.
    package var page: String {
        let width = sections.flatMap(\.rows).map(\.theirs.count).max() ?? 0
        let blocks = sections.map { section in
            let lines = section.rows.map { row in
                "  " + row.theirs + String(repeating: " ", count: width - row.theirs.count + 2) + row.ours
            }
            return ([section.title] + lines).joined(separator: "\n")
        }
        let start = setup.split(separator: "\n").map { "  " + $0 }.joined(separator: "\n")
        return "\(summary)\n\n\(start)\n\n" + blocks.joined(separator: "\n\n") + "\n"
    }
}
