/// Which results of the slides the lessons reproduce, and whether they hold.
package struct SlideCoverage: Equatable, Sendable {
    package struct Row: Equatable, Sendable {
        package var slide: String
        package var lesson: String
        package var cell: String
        /// A cell that is tied to a slide must check something: `unchecked` is no pass.
        package var status: CellReport.Status
    }

    package private(set) var rows: [Row] = []

    package init() {}

    package mutating func add(_ report: LessonReport) {
        let lesson = report.lesson.source.name.lastComponent.withoutLessonSuffix
        for cell in report.cells {
            for slide in cell.cell.slides {
                rows.append(Row(slide: slide, lesson: lesson, cell: cell.cell.key, status: cell.status))
            }
        }
    }

    /// `[{"slide": "S1-44", "lesson": "05_pooling", "cell": "slide-pool", "status": "pass"}]`
    package var json: JSON {
        .array(
            rows.map { row in
                .object([
                    "slide": .string(row.slide), "lesson": .string(row.lesson), "cell": .string(row.cell),
                    "status": .string(row.status.rawValue),
                ])
            })
    }
}
