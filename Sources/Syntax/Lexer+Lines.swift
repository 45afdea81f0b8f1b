/// How far a line is indented, with tabs read in both of the ways that an editor may show them.
struct Indentation: Equatable {
    /// In bytes.
    var width = 0
    /// With tab stops every eight columns.
    var wide = 0

    /// Neither reading of the tabs says otherwise.
    func agrees(with other: Indentation) -> Bool {
        (wide < other.wide) == (width < other.width) && (wide == other.wide) == (width == other.width)
    }
}

extension Lexer {
    /// At the beginning of a line outside brackets: skips blank and comment lines, then compares the indentation.
    mutating func startLine() {
        if brackets.isEmpty { restart = nil }
        while position < end {
            let lineStart = position
            let indentation = readIndentation()
            switch peek() {
            case UInt8(ascii: "\n"): position += 1
            case UInt8(ascii: "\r") where peek(1) == UInt8(ascii: "\n"): position += 2
            case UInt8(ascii: "#"):
                lexComment(isTrailing: false, isIndented: indentation.width > 0)
                if position < end { position += 1 }
            case _ where position >= end: return
            default: return changeIndentation(to: indentation, from: lineStart)
            }
        }
    }

    private mutating func readIndentation() -> Indentation {
        var indentation = Indentation()
        var stripped = 0
        while position < end {
            switch bytes[position] {
            case UInt8(ascii: " ") where stripped < strippedIndent && indentation.width == 0: stripped += 1
            case UInt8(ascii: " "):
                indentation.width += 1
                indentation.wide += 1
            case UInt8(ascii: "\t"):
                indentation.width += 1
                indentation.wide = indentation.wide / 8 * 8 + 8
            case 0x0C: indentation = Indentation()
            default:
                guard let length = readTypesetBlank() else { return indentation }
                indentation.width += 1
                indentation.wide += 1
                position += length - 1
            }
            position += 1
        }
        return indentation
    }

    /// A no-break space or its like at the beginning of a line, reported and read as a blank.
    private mutating func readTypesetBlank() -> Int? {
        guard peek() >= 0x80, let (scalar, length) = scalar(at: position),
            let pasted = PastedCharacter(scalar), pasted.ascii == " "
        else { return nil }
        report(.pasted(pasted), from: position, to: position + length)
        return length
    }

    private mutating func changeIndentation(to new: Indentation, from lineStart: Int) {
        let old = indents[indents.count - 1]
        if !new.agrees(with: old) {
            let line = source.lineSpan(source.lineIndex(at: position))
            let text = String(repeating: " ", count: old.wide) + source.text(Span(position, Int(line.end)))
            let isShort = indents.count > 1 && text.utf8.count <= 100
            report(
                .mixedTabs, from: lineStart, to: position,
                mend: isShort ? Diagnostic.Edit(Span(lineStart, Int(line.end)), text) : nil)
            // Most likely the line belongs to the block above: a new one would only add a second error.
            if new.width > old.width { return }
        }
        if new.width > old.width {
            indents.append(new)
            output.tokens.append(Token(kind: .indent, span: Span(lineStart, position)))
            return
        }
        while indents.count > 1, indents[indents.count - 1].width > new.width {
            indents.removeLast()
            output.tokens.append(Token(kind: .dedent, span: Span(position, position)))
        }
        if indents[indents.count - 1].width != new.width, new.agrees(with: old) {
            report(.unmatchedDedent, from: lineStart, to: position)
        }
    }

    /// A comment up to the end of its line.
    mutating func lexComment(isTrailing: Bool, isIndented: Bool) {
        let first = position
        while position < end, bytes[position] != UInt8(ascii: "\n") { position += 1 }
        var last = position
        if last > first, bytes[last - 1] == UInt8(ascii: "\r") { last -= 1 }
        output.comments.append(
            Comment(
                span: Span(first, last), isTrailing: isTrailing && hasCodeOnLine(before: first), isIndented: isIndented,
                followsBlock: indents.count > 1, isInsideBrackets: !brackets.isEmpty))
    }

    /// Inside brackets a comment may begin its line.
    private func hasCodeOnLine(before offset: Int) -> Bool {
        var probe = offset
        while probe > start, bytes[probe - 1] == UInt8(ascii: " ") || bytes[probe - 1] == UInt8(ascii: "\t") {
            probe -= 1
        }
        return probe > start && bytes[probe - 1] != UInt8(ascii: "\n")
    }
}
