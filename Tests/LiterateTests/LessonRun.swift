import Literate
import Syntax
import Terminal

/// Runs a lesson that is given as text.
func run(_ text: String, _ options: RunOptions = RunOptions(), named name: String = "test.cl") throws -> LessonReport {
    let lesson = try LessonFile(name: name, bytes: Array(text.utf8))
    let files = LessonFiles(lesson: nil, places: LessonPlaces(root: "/nowhere"))
    return LessonRunner(lesson, files: files, options: options).run()
}

/// A lesson's cells from their programs alone.
func lesson(_ cells: String...) -> String { cells.map { "```cl\n\($0)\n```\n" }.joined() }

/// What a person sees of a run.
func printed(_ text: String, _ layout: LessonPrinter.Layout, _ options: RunOptions = RunOptions()) throws -> String {
    let lesson = try LessonFile(name: "test.cl", bytes: Array(text.utf8))
    var output: [UInt8] = []
    let streams = LessonStreams(output: TextStream { output += $0 }, errors: TextStream { _ in })
    var printer = LessonPrinter(lesson, streams, layout: layout, showsHiddenTests: options.withSolutions)
    let files = LessonFiles(lesson: nil, places: LessonPlaces(root: "/nowhere"))
    let report = LessonRunner(lesson, files: files, options: options, onEvent: { printer.receive($0) }).run()
    printer.finish(report)
    return String(decoding: output, as: UTF8.self)
}
