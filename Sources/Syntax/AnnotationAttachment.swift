/// A `#>`, `#>~` or `#!` inside a comment.
private struct Marker {
    var kind: Annotation.Kind
    var line: Annotation.Line

    /// Nil for an ordinary comment. Before a trailing marker an ordinary comment may stand: `f(2)  # ours  #> 5`.
    init?(_ comment: Comment, in source: Source) {
        let bytes = source.bytes[comment.span.range]
        guard let hash = Self.markerStart(in: bytes, isTrailing: comment.isTrailing) else { return nil }
        // The first line of a program that a shell starts.
        if bytes[hash...].starts(with: "#!/".utf8), source.lineIndex(at: hash) == 0 { return nil }
        let isResult = bytes[hash + 1] == UInt8(ascii: ">")
        let isVolatile = isResult && bytes[(hash + 2)...].first == UInt8(ascii: "~")
        kind = isVolatile ? .volatileResult : isResult ? .result : .error
        let textStart = hash + (isVolatile ? 3 : 2)
        let text = source.text(Span(textStart, bytes.endIndex))
        line = Annotation.Line(span: Span(hash, bytes.endIndex), text: text, isTrailing: comment.isTrailing)
    }

    private static func markerStart(in bytes: ArraySlice<UInt8>, isTrailing: Bool) -> Int? {
        for index in bytes.indices.dropLast() where bytes[index] == UInt8(ascii: "#") {
            let begins = index == bytes.startIndex || (isTrailing && bytes[index - 1] <= UInt8(ascii: " "))
            let sign = bytes[index + 1]
            if begins, sign == UInt8(ascii: ">") || sign == UInt8(ascii: "!") { return index }
            if !isTrailing { return nil }
        }
        return nil
    }
}

/// Ties the annotations among a program's comments to its top-level statements.
func attachAnnotations(
    _ comments: [Comment], to tree: Tree
) -> (annotations: [Annotation], diagnostics: [Diagnostic]) {
    var attachment = AnnotationAttachment(tree: tree)
    for comment in comments {
        if let marker = Marker(comment, in: tree.source) { attachment.attach(marker, of: comment) }
    }
    return (attachment.annotations, attachment.diagnostics)
}

private struct AnnotationAttachment {
    let tree: Tree
    var annotations: [Annotation] = []
    var diagnostics: [Diagnostic] = []
    /// The number of statements that begin before the comment at hand.
    private var begun = 0

    init(tree: Tree) { self.tree = tree }

    mutating func attach(_ marker: Marker, of comment: Comment) {
        while begun < tree.statements.count, tree.statements[begun].span.start < comment.span.start { begun += 1 }
        guard begun > 0 else { return report(.nothingAbove, marker) }
        let statement = tree.statements[begun - 1]
        if let problem = misplacement(of: comment, after: statement) { return report(problem, marker) }
        add(marker, to: begun - 1)
    }

    private func misplacement(of comment: Comment, after statement: Statement) -> AnnotationProblem? {
        let isInside = comment.span.start < statement.span.end
        if isInside, comment.isInsideBrackets { return .insideBrackets }
        if comment.followsBlock, comment.isTrailing || comment.isIndented { return .insideBlock }
        return isInside ? .statementGoesOn : nil
    }

    private mutating func add(_ marker: Marker, to statement: Int) {
        var index = annotations.count - 1
        while index >= 0, annotations[index].statement == statement {
            if annotations[index].kind == marker.kind {
                annotations[index].lines.append(marker.line)
                return
            }
            let kinds = [annotations[index].kind, marker.kind]
            if !kinds.contains(.error) { return report(.checkedAndVolatile, marker) }
            index -= 1
        }
        annotations.append(Annotation(kind: marker.kind, lines: [marker.line], statement: statement))
    }

    private mutating func report(_ problem: AnnotationProblem, _ marker: Marker) {
        diagnostics.append(problem.diagnostic(in: tree.source, at: marker.line.span))
    }
}
