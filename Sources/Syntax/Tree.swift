/// Names an expression of a `Tree`.
package struct ExpressionID: Hashable, Sendable {
    package let index: Int32
}

/// A name with its place.
package struct Name: Hashable, Sendable {
    package var text: String
    package var span: Span

    package init(_ text: String, _ span: Span) {
        self.text = text
        self.span = span
    }
}

/// The parsed form of one cell: its statements, and an arena that holds every expression.
///
/// Expressions refer to each other by index, never by reference: a chain of a million `+` is a flat array, so neither
/// walking the tree (by loops down `leftOperand`) nor freeing it can overflow the stack. What really nests (brackets,
/// blocks, lambdas, conditionals, powers, prefix operators) nests at most `Parser.maximumNesting` deep.
package struct Tree: Sendable {
    package let source: Source
    fileprivate var expressions: [Expression] = []
    fileprivate var spans: [Span] = []
    package var statements: [Statement] = []
    /// `#>`, `#>~` and `#!` comments, each tied to the top-level statement that it speaks of.
    package var annotations: [Annotation] = []

    package init(source: Source) { self.source = source }

    package mutating func add(_ expression: Expression, _ span: Span) -> ExpressionID {
        expressions.append(expression)
        spans.append(span)
        return ExpressionID(index: Int32(expressions.count - 1))
    }

    package var expressionCount: Int { expressions.count }

    package subscript(_ id: ExpressionID) -> Expression { expressions[Int(id.index)] }

    package func span(of id: ExpressionID) -> Span { spans[Int(id.index)] }

    package func text(of id: ExpressionID) -> String { source.text(span(of: id)) }

    /// The operand that a chain grows on: `a + b` of `a + b + c`, `f(x)` of `f(x)[0].y`. Walk chains with it in a loop.
    package func leftOperand(of id: ExpressionID) -> ExpressionID? {
        switch self[id] {
        case .binary(_, let left, _), .logical(_, let left, _), .pipe(let left, _), .index(let left, _),
            .field(let left, _), .call(let left, _):
            left
        default: nil
        }
    }
}

package enum Expression: Sendable {
    case number(Double)
    case string(String)
    /// `f"{x:.3f}"`
    case formatted([FormattedPiece])
    case boolean(Bool)
    case none
    /// `...` as an index.
    case ellipsis
    case name(String)
    /// `[a, b]`: a tensor if its items fit, else a list.
    case list([ExpressionID])
    /// `(a, b)`, `(a,)`, `()`
    case tuple([ExpressionID])
    case dictionary([DictionaryItem])
    case comprehension(Comprehension)
    case unary(UnaryOperator, ExpressionID)
    /// Left-deep, but for `**`, which is right-deep.
    case binary(BinaryOperator, ExpressionID, ExpressionID)
    /// `and`, `or`, left-deep.
    case logical(LogicalOperator, ExpressionID, ExpressionID)
    /// `a < b <= c`: the first operand and the links.
    case comparison(ExpressionID, [ComparisonLink])
    case conditional(then: ExpressionID, condition: ExpressionID, otherwise: ExpressionID)
    /// `x |> f`
    case pipe(ExpressionID, ExpressionID)
    case call(ExpressionID, [CallArgument])
    case index(ExpressionID, [Subscript])
    case field(ExpressionID, Name)
    /// `x -> x + 1`
    case lambda(FunctionDefinition)
    /// Stands where the parser could not read on; a tree that holds one is never run.
    case missing
}

package enum FormattedPiece: Sendable {
    case text(String)
    /// `{value:spec}`; the spec may itself hold pieces. `echo` is the text for `{x=}`.
    case value(ExpressionID, spec: [FormattedPiece], echo: String?)
    /// `{value!r:spec}` and `{value=}`: the value as the prompt shows it, texts in quotes.
    case shown(ExpressionID, spec: [FormattedPiece], echo: String?)
}

package struct DictionaryItem: Sendable {
    package var key: ExpressionID
    package var value: ExpressionID
}

/// `[e for x in xs if c]`, `sum(e for x in xs)`, `{k: v for k, v in items}`.
package struct Comprehension: Sendable {
    package enum Kind: Sendable { case list, generator, dictionary(key: ExpressionID) }
    package struct Clause: Sendable {
        package var target: ExpressionID
        package var iterable: ExpressionID
        package var conditions: [ExpressionID]
    }
    package var kind: Kind
    package var element: ExpressionID
    package var clauses: [Clause]
}

package enum UnaryOperator: String, Sendable, CaseIterable { case negate = "-", plus = "+", not, invert = "~" }

package enum BinaryOperator: String, Sendable, CaseIterable {
    case add = "+", subtract = "-", multiply = "*", divide = "/", floorDivide = "//", remainder = "%", power = "**"
    case matrixMultiply = "@", bitAnd = "&", bitOr = "|"
}

package enum LogicalOperator: String, Sendable { case and, or }

package enum ComparisonOperator: String, Sendable, CaseIterable {
    case equal = "==", notEqual = "!=", less = "<", lessOrEqual = "<=", greater = ">", greaterOrEqual = ">="
    case isIdentical = "is", isNotIdentical = "is not", isIn = "in", isNotIn = "not in"
}

package struct ComparisonLink: Sendable {
    package var comparison: ComparisonOperator
    package var operand: ExpressionID
}

/// One argument of a call: `x`, `axis=0`, `*xs`.
package struct CallArgument: Sendable {
    package enum Kind: Sendable { case positional, keyword(Name), spread }
    package var kind: Kind
    package var value: ExpressionID

    package init(kind: Kind, value: ExpressionID) {
        self.kind = kind
        self.value = value
    }
}

/// One entry between the brackets of `A[...]`.
package enum Subscript: Sendable {
    case at(ExpressionID)
    case slice(start: ExpressionID?, stop: ExpressionID?, step: ExpressionID?, span: Span)
}

package struct DeclaredParameter: Sendable {
    package var name: Name
    package var defaultValue: ExpressionID?
    /// `W: (D, C)`
    package var axes: AxisAnnotation?
}

/// The axes that a parameter or a result must have, checked at each call.
package struct AxisAnnotation: Sendable {
    package enum Axis: Sendable, Equatable { case named(String), size(Int), any }
    package var axes: [Axis]
    package var span: Span
}

/// A `def`, a `f(x) = ...` or a lambda.
package struct FunctionDefinition: Sendable {
    package enum Body: Sendable {
        case expression(ExpressionID)
        case block([Statement])
    }
    /// Nil for a lambda.
    package var name: Name?
    package var parameters: [DeclaredParameter]
    package var result: AxisAnnotation?
    package var documentation: String?
    package var body: Body
    /// From the first to the last character; its first line is what the function shows as.
    package var span: Span

    package init(
        name: Name?, parameters: [DeclaredParameter], result: AxisAnnotation?, documentation: String?, body: Body, span: Span
    ) {
        self.name = name
        self.parameters = parameters
        self.result = result
        self.documentation = documentation
        self.body = body
        self.span = span
    }
}

package struct Statement: Sendable {
    package var kind: Kind
    package var span: Span
    /// A `;` follows: an expression's value is not shown.
    package var isSilent = false

    package enum Kind: Sendable {
        case expression(ExpressionID)
        /// `a = b = value`; a target is a name, an index, a field, or a tuple of targets.
        case assign([ExpressionID], ExpressionID)
        case augmented(ExpressionID, BinaryOperator, ExpressionID)
        case define(FunctionDefinition)
        case branch([(condition: ExpressionID, body: [Statement])], otherwise: [Statement]?)
        case forLoop(target: ExpressionID, iterable: ExpressionID, body: [Statement])
        case whileLoop(condition: ExpressionID, body: [Statement])
        case breakLoop
        case continueLoop
        case pass
        case returnValue(ExpressionID?)
        case assertion(ExpressionID, message: ExpressionID?)
        /// `...`: not written yet.
        case notWritten
        case use(String)
        case expect(Expectation)
        case agree([ExpressionID], within: ExpressionID?)
        case check(Name, [CallArgument])
        case layer(LayerDefinition)
    }
}

/// `expect a ~ b within 1e-8`, `expect error shape-matmul: W @ X`.
package enum Expectation: Sendable {
    case isTrue(ExpressionID)
    case equal(ExpressionID, ExpressionID)
    case close(ExpressionID, ExpressionID, within: ExpressionID?)
    case fails(code: String?, ExpressionID)
}

/// `layer Dense(n, m): ...`
package struct LayerDefinition: Sendable {
    package var name: Name
    package var parameters: [DeclaredParameter]
    /// The statements that make the parameters and settings.
    package var setup: [Statement]
    package var forward: FunctionDefinition?
    package var backward: FunctionDefinition?
    package var documentation: String?
}

/// A comment that states what the statement before it does.
package struct Annotation: Sendable {
    package enum Kind: Sendable {
        /// `#>`
        case result
        /// `#>~`: shown and renewed, never checked.
        case volatileResult
        /// `#! code: part`
        case error
    }
    /// One `#>` comment: from its `#` to the end of the line, and the text after the marker.
    package struct Line: Sendable {
        package var span: Span
        package var text: String
        /// Code stands before it on the same line.
        package var isTrailing: Bool
    }
    package var kind: Kind
    package var lines: [Line]
    /// Which of the tree's top-level statements.
    package var statement: Int
}

extension Tree {
    /// `np.linalg.inv` and what is called with it.
    package struct Dotted {
        package var path: [String]
        package var span: Span
        package var call: Span?
    }

    /// The longest chain of fields that grows on the name at a place; nil if none does.
    package func dotted(at place: Span) -> Dotted? {
        var chain: (path: [String], span: Span)?
        var calls: [Span] = []
        for (expression, span) in zip(expressions, spans) where span.start == place.start {
            switch expression {
            case .field(let base, _):
                guard let path = path(to: base, expression), path.count > chain?.path.count ?? 0 else { continue }
                chain = (path, span)
                calls = []
            case .call(let callee, _): if chain?.span == spans[Int(callee.index)] { calls.append(span) }
            default: continue
            }
        }
        return chain.map { Dotted(path: $0.path, span: $0.span, call: calls.first) }
    }

    private func path(to base: ExpressionID, _ expression: Expression) -> [String]? {
        guard case .field(_, let name) = expression else { return nil }
        var names = [name.text]
        var base = base
        while true {
            switch self[base] {
            case .name(let root): return ([root] + names.reversed())
            case .field(let inner, let field):
                names.append(field.text)
                base = inner
            default: return nil
            }
        }
    }

    /// Where a name is first mentioned within a span.
    package func mention(of name: String, within span: Span) -> Span? {
        zip(expressions, spans).filter { expression, place in
            if case .name(name) = expression { span.range.contains(Int(place.start)) } else { false }
        }.map(\.1).min { $0.start < $1.start }
    }
}
