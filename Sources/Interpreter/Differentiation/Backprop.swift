import TensorEngine

extension Builtin {
    static let backprop = Builtin(
        "backprop(f, mode=\"backward\", wrt=\"all\")", "Derivatives",
        "A function that shows how f is computed and differentiated, node by node: backwards with what reaches each node, or forwards with how fast each changes.",
        examples: [
            "f(x1, x2) = ln(x1) + x1*x2 - sin(x2)\nt = backprop(f)(2, 5)\nt.x2.adjoint  #> 1.7163",
            "len(backprop(x -> sin(x)**2)(1))  #> 3",
            "backprop((x, y) -> x * y, mode=\"forward\")(2, 3).v1.tangents  #> {\"x\": 3, \"y\": 2}",
        ]
    ) { call in
        let function = try call.function("f")
        let mode = try call.optional("mode").map { try call.string($0, "mode") } ?? "backward"
        guard mode == "backward" || mode == "forward" else {
            throw WordProblem(function: "backprop", parameter: "mode", given: mode, words: ["backward", "forward"])
        }
        let wrt = try call.optional("wrt")
        let words = (mode == "backward" ? "" : ", mode=\(quoted(mode))") + (wrt.map { ", wrt=" + call.machine.oneLine($0) } ?? "")
        return DerivedFunction.made(of: function, by: "backprop", settings: words) {
            function, machine, positional, named in
            let looked = try DifferentiatedCall(
                machine, "backprop", function, wrt: wrt, positional, named, otherwiseAll: true)
            if mode == "forward" {
                return .view(try ForwardTable(Computation(of: looked, mayHaveAxes: true), digits: machine.digits).view)
            }
            return .view(try BackwardTable(Computation(of: looked), digits: machine.digits).view)
        }
    }
}
