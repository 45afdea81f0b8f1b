import Interpreter
import Literate

/// Shows the page of a code by running it, so that what a reader sees is what the program says today.
package struct ExplanationPrinter {
    private let streams: LessonStreams
    private let layout: LessonPrinter.Layout
    private let places: LessonPlaces

    package init(_ streams: LessonStreams, layout: LessonPrinter.Layout, places: LessonPlaces) {
        self.streams = streams
        self.layout = layout
        self.places = places
    }

    package func show(_ page: Explanation) throws(FileProblem) {
        let lesson = try LessonFile(name: page.code, bytes: Array(page.lesson.utf8))
        var printer = LessonPrinter(lesson, streams, layout: layout)
        let runner = LessonRunner(
            lesson, files: LessonFiles(lesson: nil, places: places), onEvent: { printer.receive($0) })
        _ = runner.run()
        streams.output.flush()
    }
}
