import Syntax

/// `agree` and `check` are calls of a builtin that gives a view, and an instruction that shows it.
extension Compiler {
    func agree(_ values: [ExpressionID], _ within: ExpressionID?, at site: Site) throws {
        let sources = values.map { Value.text(Text(oneLine(tree.text(of: $0)))) }
        let first = try temporaries(values.count + 3)
        load(.builtin(.agree), into: first, at: site)
        for (position, value) in values.enumerated() { try expression(value, into: first + 1 + position) }
        load(.tuple(try Tuple(sources)), into: first + values.count + 1, at: site)
        var parts: [CallShape.Part] = values.map { _ in .positional } + [.keyword("sources")]
        if let within {
            try expression(within, into: first + values.count + 2)
            parts.append(.keyword("within"))
        }
        giveVerdict(ofCallAt: first, CallShape(parts: parts), at: site)
    }

    func check(_ name: Name, _ arguments: [CallArgument], at site: Site) throws {
        guard let check = Builtin.check(named: name.text) else {
            throw located(NameProblem.unknownCheck(name), name.span)
        }
        let first = try temporaries(arguments.count + 1)
        load(.builtin(check), into: first, at: site)
        try fill(arguments, from: first + 1)
        giveVerdict(ofCallAt: first, callShape(arguments), at: site)
    }

    private func giveVerdict(ofCallAt first: Int, _ shape: CallShape, at site: Site) {
        emit(.callNamed, first, first, add(shape), at: site)
        emit(.verdict, first, at: site)
    }

    func oneLine(_ text: String) -> String { text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}

extension NameProblem {
    static func unknownCheck(_ name: Name) -> NameProblem {
        .unknownCheck(name.text, nearest: nearestName(name.text, among: Builtin.checks.map(\.name)))
    }
}
