import Syntax
import TensorEngine

extension Machine {
    /// Turns what was thrown into a message with its place and its operands.
    func diagnose(
        _ error: any Error, _ code: Code, at instruction: UnsafeMutablePointer<Instruction>, _ r: UnsafeMutablePointer<Value>,
        _ function: Unmanaged<Function>?
    ) -> any Error {
        if let found = error as? Diagnostic { return found.source == nil ? placed(found, code, at: instruction) : found }
        if error is NotWritten { return error }
        failure = nil
        guard let problem = error as? any Problem else { return error }
        var diagnostic = Diagnostic(problem)
        let index = instruction - code.block.pointee.instructions
        guard code.sites.indices.contains(index) else { return diagnostic }
        diagnostic.source = code.tree.source
        switch code.sites[index] {
        case .span(let span): diagnostic.span = span
        case .expression(let id):
            keepFailure(problem, at: id, in: code, r, function)
            diagnostic.span = code.tree.operatorSpan(of: id)
            diagnostic.labels = operands(of: id, code, index, r).map { operand, value in
                Diagnostic.Label(code.tree.span(of: operand), label(operand, value, code.tree))
            }
            if problem.isAboutTruth { diagnostic.span = code.tree.span(of: id) }
        }
        return diagnostic
    }

    /// The same for arguments that a definition does not accept: its caller is where they come from.
    func diagnose(_ error: any Error, callOf callee: Code, in caller: UnsafeMutablePointer<Frame>) -> any Error {
        let frame = caller.pointee
        let diagnosed = diagnose(error, frame.code.pointee.owner, at: frame.next - 1, frame.registers, frame.function)
        guard var diagnostic = diagnosed as? Diagnostic else { return diagnosed }
        diagnostic.reasons.append("\(callee.firstLine) states it")
        return diagnostic
    }

    /// A file's problem, which knows no place: at the call, and a better name in the place of the written one.
    private func placed(_ found: Diagnostic, _ code: Code, at instruction: UnsafeMutablePointer<Instruction>) -> Diagnostic {
        let index = instruction - code.block.pointee.instructions
        guard code.sites.indices.contains(index), case .expression(let id) = code.sites[index] else { return found }
        var diagnostic = found
        (diagnostic.source, diagnostic.span) = (code.tree.source, code.tree.operatorSpan(of: id))
        if case .call(_, let arguments) = code.tree[id], let text = arguments.first(where: { code.tree.isText($0.value) }) {
            let span = code.tree.span(of: text.value)
            diagnostic.replaced = Span(Int(span.start) + 1, Int(span.end) - 1)
        }
        return diagnostic
    }

    /// `X is (64, 3)`
    private func label(_ operand: ExpressionID, _ value: Value, _ tree: Tree) -> String {
        if case .name(let name) = tree[operand] { return "\(name) is \(value.outline)" }
        return value.outline
    }

    /// The operands of the expression that failed, with their values, as far as registers still hold them.
    private func operands(
        of id: ExpressionID, _ code: Code, _ index: Int, _ r: UnsafeMutablePointer<Value>
    ) -> [(ExpressionID, Value)] {
        var index = index
        if code.block.pointee.instructions[index].opcode == .extra, index > 0 { index -= 1 }
        let i = code.block.pointee.instructions[index]
        // met before the operation: its registers hold something else
        guard ![.fail, .refuseNumber, .refuseLost].contains(i.opcode) else { return [] }
        let pairs: [(ExpressionID, Value)]
        switch code.tree[id] {
        case .binary(_, let left, let right): pairs = [(left, r[i.b]), (right, i.opcode.hasNumberOperand ? .none : r[i.c])]
        case .unary(_, let operand): pairs = [(operand, r[i.b])]
        case .call(_, let arguments):
            guard i.opcode == .call || i.opcode == .callGlobal || i.opcode == .callNamed else { return [] }
            // a register that was emptied for the call holds None
            pairs = arguments.enumerated().map { ($1.value, r[i.b + 1 + $0]) }
                .filter { if case .none = $1 { false } else { true } }
        case .index(let base, _) where i.opcode == .index || i.opcode == .indexPair: pairs = [(base, r[i.b])]
        default: pairs = []
        }
        return pairs.filter { operand, value in
            if case .name = code.tree[operand] { value.isWorthALabelByName } else { value.isWorthALabel }
        }
    }

    func unassigned(global slot: Int) -> any Error {
        let name = globals.names[slot]
        if globals.firstLines[name] != nil { return NameProblem.unassigned(name) }
        return NameProblem.unknown(name, nearest: nearest(name, among: knownNames))
    }

    func unassigned(_ code: Code, at instruction: UnsafeMutablePointer<Instruction>) -> any Error {
        let index = instruction - code.block.pointee.instructions
        if code.sites.indices.contains(index), case .expression(let id) = code.sites[index], case .name(let name) = code.tree[id] {
            // assigned in the function, it is the function's own, whatever stands outside
            if code.isFunction, code.firstLines[name] != nil, globals.isAssigned(name), Builtin.named(name) == nil {
                return NameProblem.shadowed(name, function: code.name)
            }
            return NameProblem.unassigned(name)
        }
        return NameProblem.unassigned("this")
    }

    /// `sum(x)` after `sum = 3` says since when the builtin is hidden.
    func notFunction(global slot: Int) -> any Error {
        let name = globals.names[slot]
        return notFunction(registers[slot], named: name, since: globals.firstLines[name])
    }

    /// The same for a function's own variable, and for what an expression gave.
    func notFunction(_ value: Value, _ code: Code, at instruction: UnsafeMutablePointer<Instruction>) -> any Error {
        let index = instruction - code.block.pointee.instructions
        guard code.sites.indices.contains(index), case .expression(let id) = code.sites[index],
            case .call(let callee, _) = code.tree[id], case .name(let name) = code.tree[callee]
        else { return CallProblem.notFunction(name: nil, kind: value.kind) }
        return notFunction(value, named: name, since: code.firstLines[name])
    }

    private func notFunction(_ value: Value, named name: String, since line: Int?) -> any Error {
        if Builtin.named(name) != nil { return NameProblem.hidden(name: name, by: value.kind, line: line) }
        return CallProblem.notFunction(name: name, kind: value.kind)
    }

    /// `x.sort()` as a statement, where `sort` is no field or method of x and no function of the program.
    func refuseLost(_ problem: any Problem, on receiver: Value, hidingFunction global: Value) throws {
        guard var problem = problem as? LostMethodProblem else { return }
        if case .function = global { return }
        if Builtin.method(problem.method, of: receiver) != nil { return }
        if case .dictionary(let dictionary) = receiver {
            if dictionary[.text(problem.method)] != nil { return }
            problem.receiverIsDict = true
        }
        throw problem
    }

    /// What a cell holds, if it holds something.
    func read(_ value: Value, _ code: Code, at instruction: UnsafeMutablePointer<Instruction>) throws -> Value {
        guard case .cell(let cell) = value else { throw unassigned(code, at: instruction) }
        if case .undefined = cell.value { throw unassigned(code, at: instruction) }
        return cell.value
    }

    private var knownNames: [String] { globals.names.filter { globals.isAssigned($0) } + Builtin.names }

    func nearestKey(_ key: Dict.Key, in dictionary: Dict) -> String? {
        guard case .text(let text) = key else { return nil }
        let texts = dictionary.keys.compactMap { key -> String? in if case .text(let text) = key { text } else { nil } }
        return nearest(text, among: texts)
    }

    // MARK: Notes

    /// A hint about something that IEEE arithmetic lets pass.
    enum Note: String {
        case divisionByZero = "a number was divided by 0: the result is inf"
        case nothingByZero = "0 was divided by 0: the result is nan, not a number"
        case large = "a whole number reached 2**53: from here on not every whole number can be told from its neighbours"
        case levels = "these are whole numbers up to 255, and an image goes from 0 to 1: divide by 255, or say range=(0, 255)"

        var code: String {
            switch self {
            case .divisionByZero, .nothingByZero: "value-zero"
            case .large: "value-large"
            case .levels: "value-levels"
            }
        }
    }

    /// Both kinds of division by zero were noted in this cell.
    var areZerosNoted: Bool {
        notes.contains(Note.divisionByZero.rawValue) && notes.contains(Note.nothingByZero.rawValue)
    }

    /// Each kind once in a cell.
    func note(_ note: Note) {
        guard notes.insert(note.rawValue).inserted else { return }
        pendingNotes.append(Diagnostic(.note, code: note.code, note.rawValue))
    }

    /// Gives notes their place: the instruction that has just run.
    func deliverNotes(_ code: Code, at instruction: UnsafeMutablePointer<Instruction>) {
        let index = instruction - code.block.pointee.instructions
        for var note in pendingNotes {
            note.source = code.tree.source
            if code.sites.indices.contains(index) {
                switch code.sites[index] {
                case .expression(let id): note.span = code.tree.operatorSpan(of: id)
                case .span(let span): note.span = span
                }
            }
            receive(.note(note))
        }
        pendingNotes = []
    }
}

extension Value {
    fileprivate var isWorthALabel: Bool {
        switch self {
        case .tensor, .list, .tuple, .dictionary: true
        default: false
        }
    }

    /// A name does not show what it stands for.
    fileprivate var isWorthALabelByName: Bool {
        switch self {
        case .number, .traced, .truth, .text, .none: true
        default: isWorthALabel
        }
    }
}

extension Opcode {
    fileprivate var hasNumberOperand: Bool { self == .addNumber || self == .multiplyNumber }
}

extension Diagnostic {
    /// The sentences of a problem; its place is for the caller to add.
    package init(_ problem: any Problem) {
        self.init(code: problem.code, problem.sentence, reasons: problem.reasons)
        if let mend = problem.mend { advice.append(.write(mend)) }
        switch problem {
        case let problem as NameProblem: if let nearest = problem.nearest { advice.append(.didYouMean(nearest)) }
        case let problem as CallProblem: if let nearest = problem.nearest { advice.append(.didYouMean(nearest)) }
        case let problem as KindProblem: if let nearest = problem.nearest { advice.append(.didYouMean(nearest)) }
        case let problem as ListProblem: if let nearest = problem.nearest { advice.append(.didYouMean(nearest)) }
        case let problem as WordProblem: if let nearest = problem.nearest { advice.append(.didYouMean(nearest)) }
        default: break
        }
    }
}

extension Tree {
    fileprivate func isText(_ id: ExpressionID) -> Bool { if case .string = self[id] { true } else { false } }

    /// Where to point: at the operator of a binary expression, at the name of a called function, else at the whole.
    func operatorSpan(of id: ExpressionID) -> Span {
        switch self[id] {
        case .binary(_, let left, let right): return gap(between: left, and: right) ?? span(of: id)
        case .comparison(let first, let links) where links.count == 1:
            return gap(between: first, and: links[0].operand) ?? span(of: id)
        case .call(let callee, _):
            if case .field(_, let name) = self[callee] { return name.span }
            return span(of: callee)
        case .field(_, let name): return name.span
        default: return span(of: id)
        }
    }

    /// The text between two operands without blanks and brackets: the operator.
    private func gap(between left: ExpressionID, and right: ExpressionID) -> Span? {
        let start = Int(span(of: left).end)
        let end = Int(span(of: right).start)
        guard start < end else { return nil }
        let inner = (start..<end).filter { !" ()\t\r\n".utf8.contains(source.bytes[$0]) }
        guard let first = inner.first, let last = inner.last else { return nil }
        return Span(first, last + 1)
    }
}

extension Problem {
    /// It concerns a condition as a whole, not the operator in it.
    fileprivate var isAboutTruth: Bool { code == "type-truth" || self is CheckProblem }
}
