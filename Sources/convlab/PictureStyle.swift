import ArgumentParser
import Imaging
import Literate
import Terminal

/// How pictures and plots are drawn on a terminal.
enum PictureStyle: String, ExpressibleByArgument, CaseIterable {
    /// Half blocks where there is a terminal.
    case auto
    /// Characters, also where there is no terminal.
    case blocks
    /// Pixels, for terminals that can show them.
    case kitty, sixel
    case none

    static let help: ArgumentHelp = "Pictures on a terminal: auto, blocks, kitty, sixel or none."

    /// What puts it on standard output; nil where nothing is wanted.
    func drawing(of sight: Sight) -> String? {
        switch self {
        case .none: nil
        case .auto where !StandardStreams.outputIsTerminal: nil
        case .auto, .blocks: blocks(of: sight)
        case .kitty: pixels(of: sight, .kitty)
        case .sixel: pixels(of: sight, .sixel)
        }
    }

    /// A line for the words below and one for the prompt.
    private static let rowsLeft = 2

    private func blocks(of sight: Sight) -> String {
        let size = StandardStreams.size
        let columns = min(size.columns, MarkdownPrinter.maximumWidth)
        let screen = HalfBlocks(columns: columns, rows: size.rows - Self.rowsLeft, colours: colours)
        return switch sight {
        case .picture(let picture, let tint): screen.view(of: picture, tint: tint)
        case .figure(let figure): screen.text(of: figure)
        }
    }

    private func pixels(of sight: Sight, _ format: PixelScreen.Format) -> String {
        let size = StandardStreams.size
        // a cell of 8 by 16 where the terminal does not say
        let pixels = StandardStreams.pixels ?? (8 * size.columns, 16 * size.rows)
        let screen = PixelScreen(
            format: format, width: pixels.width, height: pixels.height * (size.rows - Self.rowsLeft) / size.rows)
        return switch sight {
        case .picture(let picture, let tint): screen.text(of: picture, tint: tint)
        case .figure(let figure): screen.text(of: figure)
        }
    }

    private var colours: HalfBlocks.Colours {
        if !Ink.isWanted || !Ink.writesUTF8 { return .none }
        let depth = FileSystem.environment("COLORTERM") ?? ""
        let terminal = FileSystem.environment("TERM") ?? ""
        if depth.contains("truecolor") || depth.contains("24bit") || terminal.hasSuffix("-direct") { return .full }
        return ["vt", "ansi", "linux"].contains(where: terminal.hasPrefix) ? .none : .indexed
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
