import Foundation
import Interpreter
import Literate

/// Lessons with pieces cut, doubled and exchanged, run and renewed as the command would, with tight limits.
struct LessonSoup {
    private static let lessons: [[UInt8]] = {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Lessons")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { $0.hasSuffix(".cl") }.sorted().compactMap { name in
            (try? Data(contentsOf: folder.appending(path: name))).map { Array($0) }
        }
    }()

    static var isEmpty: Bool { lessons.isEmpty }

    let text: String

    init(text: String) { self.text = text }

    /// A piece of a lesson, so that there is time for many, with a few changes.
    init(seed: Int) {
        var dice = Dice(seed: seed)
        let lines = String(decoding: dice.pick(Self.lessons), as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        let start = dice.roll(lines.count)
        let piece = lines[start..<min(lines.count, start + 60)].joined(separator: "\n")
        var soup = TokenSoup(seed: seed &* 31)
        text = soup.mutated((dice.chance(0.5) ? "```cl\n" : "") + piece)
    }

    /// Nil where the piece is no lesson at all.
    func run(_ limits: Limits) -> LessonReport? {
        guard let lesson = try? LessonFile(name: "fuzz.cl", bytes: Array(text.utf8)) else { return nil }
        var options = RunOptions()
        options.limits = limits
        let output = FileManager.default.temporaryDirectory.appending(path: "convlab-fuzz").path
        let files = LessonFiles(lesson: nil, outputFolder: output, places: LessonPlaces(root: "/nowhere"))
        return LessonRunner(lesson, files: files, options: options).run()
    }
}
