import Imaging

extension Builtin {
    /// Computations as drawings.
    static let graphs: [Builtin] = [
        Builtin(
            "graph(f)", "Derivatives",
            "The computation of a function of plain numbers as a drawing: graph(f)(x) has the fields svg and dot.",
            examples: [
                "f(x1, x2) = ln(x1) + x1*x2 - sin(x2)\ngraph(f)(2, 5)  #> graph of 7 nodes and 8 arrows",
                "save_graph(\"product.svg\", graph((a, b) -> a*b)(2, 3))  #> saved product.svg: graph of 3 nodes and 2 arrows",
            ]
        ) { call in .function(try GraphDrawer(try call.function("f")).made(by: call.machine)) },
        Builtin(
            "save_graph(path, graph)", "Derivatives",
            "Writes the drawing that graph(f)(x) gives, as SVG or, where the name ends in .dot, as Graphviz's text.",
            examples: ["save_graph(\"square.dot\", graph(x -> x*x)(3))  #> saved square.dot: graph of 2 nodes and 2 arrows"]
        ) { call in
            let path = try call.string("path")
            let value = try call.value("graph")
            guard case .view(let view) = value, case .text(let svg)? = view["svg"], case .text(let dot)? = view["dot"] else {
                throw call.wrong("graph", "what graph(f)(x) gives", value)
            }
            guard path.hasSuffix(".svg") || path.hasSuffix(".dot") else {
                throw WordProblem(function: "save_graph", parameter: "path", given: path, words: ["graph.svg", "graph.dot"])
            }
            let text = path.hasSuffix(".dot") ? dot.string : svg.string
            let saved = try call.machine.session.host.write(path, Array(text.utf8))
            return .view(View("saved \(saved): \(view.text)"))
        },
    ]
}

/// Stands for a function, and draws it where it would be called.
private final class GraphDrawer: @unchecked Sendable {
    // a program runs on one thread
    private let function: Value

    init(_ function: Value) { self.function = function }

    /// A function of the same parameters that gives the drawing.
    func made(by machine: Machine) throws -> Function {
        let draw = Builtin("graph(f)", "Derivatives", "Draws.", examples: []) { [self] call in
            let point = try call.rest().map { value -> Double in
                guard let number = value.plainNumber else { throw call.wrong("x", "plain numbers", value) }
                return number
            }
            return .view(try FormulaTrace(function, at: point, call.machine).computation.view)
        }
        return try FormulaFunction(like: function, calling: draw, origin: "graph(\(function.title))")
            .made(by: machine, view: View("graph(\(function.name ?? "f"))"))
    }
}

extension ComputationGraph {
    fileprivate var view: View {
        View(
            "graph of \(nodes.count) node\(nodes.count == 1 ? "" : "s") and \(edges.count) arrow\(edges.count == 1 ? "" : "s")",
            fields: [("svg", .text(Text(svg))), ("dot", .text(Text(dot)))])
    }
}
