import Interpreter

/// Writes what somebody might enter at the prompt one after the other: statements with mistakes among them, commands,
/// pasted blocks.
struct SessionGrammar {
    private var dice: Dice
    /// One for the session, so that later entries use the names of earlier ones.
    private var programs: ProgramGrammar
    private var soup: TokenSoup
    /// The only folder in which anything is saved.
    private let folder: String

    init(seed: Int, folder: String) {
        dice = Dice(seed: seed)
        programs = ProgramGrammar(seed: seed &* 31 &+ 7)
        soup = TokenSoup(seed: seed &* 17 &+ 3)
        self.folder = folder
    }

    mutating func entry() -> String {
        switch dice.roll(20) {
        case 0...8: programs.program()
        case 9...10: withoutCommand(soup.mutated(programs.program()))
        case 11: withoutCommand(soup.soup())
        case 12: pasted()
        case 13...14: ":undo"
        case 15: dice.pick([":reset", ":undo", ":save \(file)", ":load \(file)"])
        case 16: ":type " + oneLine(programs.program())
        case 17: ":time " + programs.program()
        case 18: ":help " + dice.pick(ProgramGrammar.builtins + Self.topics)
        default: command()
        }
    }

    /// Where the cursor might be when Tab is pressed.
    mutating func beginning(of entry: String) -> String { String(entry.prefix(dice.roll(entry.count + 1))) }

    mutating func chance(_ share: Double) -> Bool { dice.chance(share) }

    /// What is typed into the file that `:load` reads by somebody else.
    mutating func lesson() -> String {
        switch dice.roll(4) {
        case 0: programs.program()
        case 1: "---\ntitle: t\nseed: 3\n---\n\n```cl\n\(programs.program())```\n\n```cl {exercise=e}\n...\n```\n"
        case 2: "```cl\n\(soup.mutated(programs.program()))\n```\n"
        default: soup.mutated("---\ntitle: t\n---\n\n```cl\n\(programs.program())```\n")
        }
    }

    var file: String { folder + "/session.cl" }

    private mutating func pasted() -> String {
        let blank = dice.pick(["\n", "\n\n", "\r\n", "\n    \n"])
        return (0...dice.roll(3)).map { _ in programs.program() + blank }.joined()
    }

    private mutating func command() -> String {
        let words = [
            ":", "::", ":x", ":hlep", ":help", ":help :save", ":explain", ":explain shape-matmul", ":explain nothing",
            ":type",
            ":time", ":time :undo", ":type 1 +", ":lesson", ":lesson nothing", ":load", ":load /nowhere.cl", ":save",
            ":u", ":r",
            ":t 1", ": help", ":undo now", ":type x = 3", ":explain " + oneLine(soup.soup()),
            ":help " + oneLine(soup.soup()),
        ]
        return dice.pick(words)
    }

    /// A text that begins with a colon by chance could save anywhere.
    private func withoutCommand(_ text: String) -> String { text.hasPrefix(":") ? " " + text : text }

    private func oneLine(_ text: String) -> String { text.replacing("\n", with: " ") }

    private static let topics = [
        "a", "b", "differences", "numpy", "blur a picture", "@", "\"", "shape-matmul", ":time", "é👩‍👧",
    ]
}
