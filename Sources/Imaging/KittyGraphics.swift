/// A picture for terminals that speak kitty's graphics protocol (kitty, Ghostty, WezTerm, Konsole): PNG bytes as
/// letters, in pieces of at most 4096.
enum KittyGraphics {
    private static let longest = 4096

    static func text(of picture: Picture) -> String {
        guard let bytes = try? PNG.encode(picture) else { return "" }
        let letters = Array(base64(bytes).utf8)
        var text = ""
        for start in stride(from: 0, to: letters.count, by: longest) {
            let end = min(start + longest, letters.count)
            // transmit and show a PNG; q=2: no answer, which would be typed into the prompt
            let keys = (start == 0 ? "a=T,f=100,q=2," : "") + "m=\(end < letters.count ? 1 : 0)"
            text += "\u{1B}_G\(keys);" + String(decoding: letters[start..<end], as: UTF8.self) + "\u{1B}\\"
        }
        return text + "\n"
    }
}
