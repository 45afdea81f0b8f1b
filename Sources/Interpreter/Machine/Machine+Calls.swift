import Syntax
import TensorEngine

extension CallShape {
    /// The same with positional arguments before it: the receiver of a method.
    func afterReceiver(_ count: Int) -> CallShape {
        CallShape(parts: Array(repeating: .positional, count: max(0, count)) + parts)
    }
}

extension Machine {
    // MARK: Functions of the program

    func closure(
        _ template: FunctionTemplate, _ maker: Function?, _ r: UnsafeMutablePointer<Value>, defaults: UnsafeMutablePointer<Value>
    ) -> Value {
        let captures = template.captures.map { source -> Cell in
            switch source {
            case .register(let register):
                if case .cell(let cell) = r[register] { return cell }
                return Cell(r[register])
            case .capture(let index): return maker?.captures[index] ?? Cell(.undefined)
            }
        }
        return .function(
            Function(template.code, captures: captures, defaults: take(defaults, count: template.code.defaultCount)))
    }

    /// Positional arguments that stand where the parameters will; defaults follow, variables begin unassigned.
    func bind(_ function: Function, at start: UnsafeMutablePointer<Value>, given count: Int) throws {
        let code = function.code
        let wanted = code.parameters.count
        if count > wanted {
            throw CallProblem.tooMany(function: function.title, given: count, most: wanted, signature: code.firstLine)
        }
        if count < wanted {
            guard count >= code.requiredCount else {
                throw CallProblem.missing(
                    function: function.title, parameter: code.parameters[count].name, signature: code.firstLine)
            }
            for position in count..<wanted { start[position] = function.defaultValue(ofParameter: position) }
        }
        clear(from: start + wanted, to: start + max(wanted, code.variableCount))
    }

    /// The same for arguments by name and spread ones.
    func bind(_ function: Function, at start: UnsafeMutablePointer<Value>, _ count: Int, _ shape: CallShape) throws {
        let code = function.code
        let (positional, named) = try sorted(start, shape)
        let bound = try arguments(of: function, positional, named)
        try reserve(upTo: start + max(count, code.registerCount))
        for (position, value) in bound.enumerated() { start[position] = value }
        clear(from: start + code.parameters.count, to: start + max(count, code.variableCount))
    }

    /// A value for each parameter of a function.
    func arguments(of function: Function, _ positional: [Value], _ named: [(String, Value)]) throws -> [Value] {
        let parameters = function.code.parameters
        let signature = function.code.firstLine
        guard positional.count <= parameters.count else {
            throw CallProblem.tooMany(
                function: function.title, given: positional.count, most: parameters.count, signature: signature)
        }
        var bound: [Value?] = positional.map(Optional.some) + Array(repeating: nil, count: parameters.count - positional.count)
        for (name, value) in named {
            guard let position = parameters.firstIndex(where: { $0.name == name }) else {
                throw CallProblem.unknownKeyword(
                    function: function.title, keyword: name, nearest: nearest(name, among: parameters.map(\.name)),
                    signature: signature)
            }
            guard bound[position] == nil else { throw CallProblem.twice(function: function.title, parameter: name) }
            bound[position] = value
        }
        return try bound.enumerated().map { position, value in
            if let value { return value }
            guard parameters[position].hasDefault else {
                throw CallProblem.missing(
                    function: function.title, parameter: parameters[position].name, signature: signature)
            }
            return function.defaultValue(ofParameter: position)
        }
    }

    /// Moves arguments out of their registers: positional ones with spread ones taken apart, and named ones.
    private func sorted(
        _ start: UnsafeMutablePointer<Value>, _ shape: CallShape
    ) throws -> (positional: [Value], named: [(String, Value)]) {
        var positional: [Value] = []
        var named: [(String, Value)] = []
        for (position, part) in shape.parts.enumerated() {
            let value = take(start + position, count: 1)[0]
            switch part {
            case .positional: positional.append(value)
            case .keyword(let name): named.append((name, value))
            case .spread:
                switch value {
                case .tuple, .list, .tensor, .range: positional += try items(of: value)
                default: throw CallProblem.spread(kind: value.kind)
                }
            }
        }
        return (positional, named)
    }

    // MARK: Builtins

    /// Calls what is no function of the program.
    func callOther(_ callee: UnsafeMutablePointer<Value>, _ count: Int, _ shape: CallShape?) throws -> Value {
        // an element type is a value; called, it converts
        if case .dtype(let dtype) = callee.pointee, let conversion = Builtin.named("\(dtype)") {
            callee.pointee = .builtin(conversion)
        }
        guard case .builtin(let builtin) = callee.pointee else {
            throw CallProblem.notFunction(name: nil, kind: callee.pointee.kind)
        }
        if let shape {
            let (positional, named) = try sorted(callee + 1, shape)
            return try builtin.call(self, positional, names: named)
        }
        if let direct = builtin.direct, let result = direct(callee + 1, count) { return result }
        let arguments = take(callee + 1, count: count)
        do {
            return try builtin.call(self, arguments, names: nil)
        } catch {
            // where the message finds them
            for (position, argument) in arguments.enumerated() { callee[position + 1] = argument }
            throw error
        }
    }

    // MARK: Methods

    /// Finds what `x.name` means and puts it before its arguments; gives how many arguments there are with x itself.
    func prepareMethod(_ name: String, _ callee: UnsafeMutablePointer<Value>, _ count: Int) throws -> Int {
        let receiver = callee[1]
        if case .dictionary(let dictionary) = receiver, let field = dictionary[.text(name)] {
            // a field of x is called without x
            callee[0] = field
            for position in 0..<count { callee[position + 1] = callee[position + 2] }
            callee[count + 1] = .none
            return count
        }
        if let method = Builtin.method(name, of: receiver) {
            callee[0] = .builtin(method)
            return count + 1
        }
        if case .builtin(let builtin) = callee[0], builtin.name == "append" { throw CallProblem.appendIsStatement }
        if callee[0].isCallable { return count + 1 }
        if name == "append" { throw CallProblem.appendIsStatement }
        if let builtin = Builtin.value(named: name), builtin.isCallable {
            callee[0] = builtin
            return count + 1
        }
        throw CallProblem.noMethod(kind: receiver.kind, method: name, nearest: nearest(name, among: Builtin.methodNames(of: receiver)))
    }

    // MARK: Fields

    func field(_ name: String, of value: Value) throws -> Value {
        if case .dictionary(let dictionary) = value, let entry = dictionary[.text(name)] { return entry }
        if case .view(let view) = value, let entry = view[name] { return entry }
        if case .function(let function) = value, let entry = function.view?[name] { return entry }
        if let property = try property(name, of: value) { return property }
        let isFunction = Builtin.methodNames(of: value).contains(name)
        throw KindProblem.noField(kind: value.kind, field: name, isFunction: isFunction, nearest: nearestField(name, of: value))
    }

    private func nearestField(_ name: String, of value: Value) -> String? {
        if case .dictionary(let dictionary) = value { return nearestKey(.text(name), in: dictionary) }
        if case .view(let view) = value { return nearest(name, among: view.fields.map(\.name)) }
        return nearest(name, among: Machine.tensorProperties)
    }

    private func property(_ name: String, of value: Value) throws -> Value? {
        switch (name, value) {
        case ("shape", .tensor(let tensor)): return .tuple(try Tuple(tensor.shape.map { .number(Double($0)) }))
        case ("size", .tensor(let tensor)): return .number(Double(tensor.count))
        case ("ndim", .tensor(let tensor)): return .number(Double(tensor.rank))
        case ("dtype", .tensor(let tensor)): return .dtype(tensor.dtype)
        case ("T", .tensor(let tensor)): return Value(try Primitive.transpose(.tensor(tensor), .none))
        case (_, .traced(let tensor)): return try property(name, of: .number(tensor.element(0))).map { name == "T" ? value : $0 }
        case ("shape", .number), ("shape", .truth): return .tuple(try Tuple([]))
        case ("size", .number), ("size", .truth): return .number(1)
        case ("ndim", .number), ("ndim", .truth): return .number(0)
        case ("dtype", .number): return .dtype(.float64)
        case ("dtype", .truth): return .dtype(.bool)
        case ("T", .number), ("T", .truth): return value
        case (_, .list), (_, .tuple):
            guard let tensor = try tensorOperand(value), Machine.tensorProperties.contains(name) else { return nil }
            return try property(name, of: .tensor(tensor))
        default: return nil
        }
    }

    private static let tensorProperties: Set<String> = ["shape", "size", "ndim", "dtype", "T"]

    // MARK: Taking apart

    func unpack(_ value: Value, into first: UnsafeMutablePointer<Value>, count: Int) throws {
        let parts: [Value]
        switch value {
        case .tuple(let tuple): parts = tuple.items
        case .list(let list): parts = list.items
        case .tensor, .range, .text: parts = try items(of: value)
        default: throw KindProblem.notUnpackable(kind: value.kind)
        }
        guard parts.count == count else { throw KindProblem.unpack(wanted: count, given: parts.count) }
        for (position, part) in parts.enumerated() { first[position] = part }
    }

    func spread(_ value: Value, into builder: Value) throws {
        guard case .builder(let builder) = builder else { return }
        for item in try items(of: value) { try builder.append(item) }
    }

    // MARK: Axes

    /// Holds the axes that a definition states against what came; a name means one size within a call.
    func checkAxes(_ code: Code, _ r: UnsafeMutablePointer<Value>, result: Value?) throws {
        guard let check = code.axes else { return }
        var sizes: [String: (size: Int, parameter: String)] = [:]
        for entry in check.parameters {
            var value = r[entry.register]
            if entry.isShared, case .cell(let cell) = value { value = cell.value }
            // what was assigned meanwhile is not what came
            do {
                try AxisProblem.check(value, entry.annotation, entry.name, &sizes)
            } catch {
                if result == nil { throw error }
            }
        }
        if let result, let annotation = check.result {
            try AxisProblem.check(result, annotation, "the result", &sizes)
        }
    }
}

/// A value whose axes are not those that its annotation states.
enum AxisProblem: Problem {
    case rank(name: String, stated: String, given: Shape)
    case size(name: String, axis: Int, stated: Int, given: Int)
    case named(name: String, axis: String, size: Int, other: String, otherSize: Int)
    case kind(name: String, stated: String, kind: String)

    var code: String { "shape-axes" }

    var sentence: String {
        switch self {
        case .rank(let name, let stated, let given): "\(name) must have the axes \(stated), but is \(given)"
        case .size(let name, let axis, let stated, let given): "axis \(axis) of \(name) must be \(stated), but is \(given)"
        case .named(let name, let axis, let size, let other, let otherSize):
            "\(axis) is \(otherSize) in \(other), but \(size) in \(name)"
        case .kind(let name, let stated, let kind): "\(name) must have the axes \(stated), but is \(kind)"
        }
    }

    static func check(
        _ value: Value, _ annotation: AxisAnnotation, _ name: String, _ sizes: inout [String: (size: Int, parameter: String)]
    ) throws {
        let shape: Shape
        switch value {
        case .tensor(let tensor): shape = tensor.shape
        case .number, .traced, .truth: shape = []
        default: throw AxisProblem.kind(name: name, stated: annotation.text, kind: value.kind)
        }
        for (axis, stated) in try annotation.matched(shape, name) {
            switch stated {
            case .size(let size):
                if shape[axis] != size { throw AxisProblem.size(name: name, axis: axis, stated: size, given: shape[axis]) }
            case .named(let letter):
                if let known = sizes[letter], known.size != shape[axis] {
                    throw AxisProblem.named(
                        name: name, axis: letter, size: shape[axis], other: known.parameter, otherSize: known.size)
                }
                sizes[letter] = (shape[axis], name)
            case .any: break
            }
        }
    }
}

extension AxisAnnotation {
    /// `(D, C)`
    var text: String {
        let parts = axes.map { axis in
            switch axis {
            case .named(let name): name
            case .size(let size): String(size)
            case .any: "..."
            }
        }
        return parts.count == 1 ? "(\(parts[0]),)" : "(" + parts.joined(separator: ", ") + ")"
    }

    /// Each stated axis with its place in the shape; `...` stands for any number of axes.
    fileprivate func matched(_ shape: Shape, _ name: String) throws -> [(Int, Axis)] {
        let fixed = axes.count { $0 != .any }
        let hasRest = fixed != axes.count
        guard hasRest ? shape.rank >= fixed : shape.rank == fixed else {
            throw AxisProblem.rank(name: name, stated: text, given: shape)
        }
        var result: [(Int, Axis)] = []
        var position = 0
        for axis in axes {
            if axis == .any {
                position += shape.rank - fixed
            } else {
                result.append((position, axis))
                position += 1
            }
        }
        return result
    }
}

extension Value {
    var isCallable: Bool {
        switch self {
        case .function, .builtin, .dtype: true
        default: false
        }
    }
}
