import TensorEngine

/// A function that a transform gives: `grad(f)`. It has f's parameters, so that it can be differentiated again.
enum DerivedFunction {
    typealias Body = @Sendable (Machine, _ positional: [Value], _ named: [(String, Value)]) throws -> Value

    /// What a derived function keeps; in a cell, because a long chain of `g = grad(g)` must be freed one by one. A
    /// program runs on one thread, so the values in it are never shared between two.
    private struct Kept: @unchecked Sendable {
        let function: Cell
        let body: (Value, Machine, [Value], [(String, Value)]) throws -> Value
    }

    /// A name within a name within a name: longer ones than this say nothing, and a chain of them would fill the memory.
    private static let longestTitle = 100

    /// - Parameter settings: as the name shows them behind f: `, wrt="x"`.
    static func made(
        of function: Value, by transform: String, settings: String = "", _ body: @escaping (Value, Machine, [Value], [(String, Value)]) throws -> Value
    ) -> Value {
        let title = function.title.utf8.count > longestTitle ? "..." : function.title
        let name = "\(transform)(\(title)\(settings))"
        let kept = Kept(function: Cell(function), body: body)
        return .builtin(
            Builtin(derived: name, parameters: function.parameterNames) { machine, positional, named in
                try kept.body(kept.function.value, machine, positional, named)
            })
    }
}
