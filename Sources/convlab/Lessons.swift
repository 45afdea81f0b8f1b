import ArgumentParser
import Literate
import Terminal

/// `convlab lessons`
struct Lessons: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "List the bundled lessons and whether their results hold.",
        discussion: "With --slides: every result of the slides, with its lesson, its cell and its status.")

    @Flag(help: "List the slides' results in place of the lessons.")
    var slides = false
    @Flag(help: "Write JSON.")
    var json = false
    @Option(help: ArgumentHelp("The folder with Lessons and assets.", valueName: "dir"))
    var root: String?
    @Option(help: ArgumentHelp("The folder for files that a lesson writes.", valueName: "dir"))
    var out = "out"

    func run() throws {
        let streams = LessonStreams.standard()
        var isGood = true
        try reportingProblems(streams) {
            let reports = try reports()
            isGood = reports.allSatisfy(\.isGood)
            streams.output.write(slides ? slideText(of: reports) : lessonText(of: reports))
            streams.output.flush()
        }
        if !isGood { throw ExitCode.checkFailed }
    }

    /// The solutions stand in the exercises: a result of the slides may well be one that students are to find.
    private func reports() throws -> [LessonReport] {
        let places = LessonPlaces(root: root)
        var options = RunOptions()
        options.withSolutions = true
        return try places.lessons().map { path in
            let lesson = try LessonFile(name: path, bytes: FileSystem.read(path, name: path))
            let files = LessonFiles(lesson: path, outputFolder: out, places: places)
            return LessonRunner(lesson, files: files, options: options).run()
        }
    }

    private func lessonText(of reports: [LessonReport]) -> String {
        if json { return JSON.array(reports.map(\.overview)).lines + "\n" }
        return columns(reports.map { [$0.name, $0.lesson.title, $0.summary.sentence] })
    }

    private func slideText(of reports: [LessonReport]) -> String {
        var coverage = SlideCoverage()
        for report in reports { coverage.add(report) }
        if json { return coverage.json.lines + "\n" }
        return columns(coverage.rows.map { [$0.slide, $0.lesson, $0.cell, $0.status.rawValue] })
    }

    private func columns(_ rows: [[String]]) -> String {
        let count = rows.map(\.count).max() ?? 0
        let widths = (0..<count).map { column in rows.map { $0[column].displayWidth }.max() ?? 0 }
        return rows.map { row in
            let cells = zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.displayWidth) }
            return cells.joined(separator: "  ").withoutTrailingBlanks + "\n"
        }.joined()
    }
}

extension LessonReport {
    /// The name by which `convlab run` finds it.
    fileprivate var name: String { lesson.source.name.lastComponent.withoutLessonSuffix }

    fileprivate var overview: JSON {
        .object([
            "lesson": .string(name), "title": .string(lesson.title), "good": .bool(isGood),
            "summary": .string(summary.sentence),
        ])
    }
}
