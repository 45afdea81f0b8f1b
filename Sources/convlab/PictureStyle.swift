import ArgumentParser
import Imaging
import Literate
import Terminal

/// How pictures are drawn on a terminal.
enum PictureStyle: String, ExpressibleByArgument, CaseIterable {
    /// Half blocks where there is a terminal.
    case auto
    case blocks, none

    /// Draws a picture for standard output, or gives nil where none is wanted.
    func drawing(of sight: Sight) -> String? {
        if self == .none || self == .auto && !StandardStreams.outputIsTerminal { return nil }
        let size = StandardStreams.size
        let columns = min(size.columns, MarkdownPrinter.maximumWidth)
        let screen = HalfBlocks(columns: columns, rows: size.rows - 2, colours: colours)
        return switch sight {
        case .picture(let picture): screen.text(of: picture)
        case .figure(let figure): screen.text(of: figure)
        }
    }

    private var colours: HalfBlocks.Colours {
        if !Ink.isWanted || !Ink.writesUTF8 { return .none }
        let depth = FileSystem.environment("COLORTERM") ?? ""
        return depth.contains("truecolor") || depth.contains("24bit") ? .full : .indexed
    }
}

extension Ink {
    /// `NO_COLOR` and a terminal without colours are respected.
    static var isWanted: Bool {
        (FileSystem.environment("NO_COLOR") ?? "").isEmpty && isCapable
    }

    /// The first that is set of the variables that name a locale decides; where none is, terminals of today read UTF-8.
    static var writesUTF8: Bool {
        let locale = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap(FileSystem.environment).first { !$0.isEmpty }
        guard let locale = locale?.lowercased() else { return true }
        return locale.contains("utf-8") || locale.contains("utf8")
    }

    /// The terminal understands escape sequences, in colour or not.
    static var isCapable: Bool { FileSystem.environment("TERM") != "dumb" }
}

extension LessonStreams {
    /// The process's own streams, coloured where they are a terminal that wants it.
    static func standard() -> LessonStreams {
        LessonStreams(
            output: StandardStreams.output(), errors: StandardStreams.errors(),
            outputInk: Ink(isColoured: StandardStreams.outputIsTerminal && Ink.isWanted),
            errorInk: Ink(isColoured: StandardStreams.errorsAreTerminal && Ink.isWanted))
    }
}
