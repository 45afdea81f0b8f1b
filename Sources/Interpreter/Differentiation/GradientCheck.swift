import TensorEngine

/// A gradient held against difference quotients, element by element.
struct GradientCheck {
    /// What was found out about one element.
    private enum Finding {
        case right(error: Double)
        /// The slopes on both sides differ: there is no derivative to compare with.
        case kink
        case wrong(rule: Double, numeric: Double)
    }

    private let call: DifferentiatedCall
    private let digits: Int
    private var count = 0
    private var worst: (error: Double, place: String)?
    private var kinks: [String] = []
    private var mistakes: [(place: String, rule: Double, numeric: Double)] = []
    /// All numeric derivatives, for patterns.
    private var numeric: [Tensor] = []

    /// Relative to the larger of both, or to 1.
    private static let tolerance = 1e-6
    /// Tried in turn where a kink is near: a smaller step may pass it by.
    private static let steps = [1e-6, 1e-7, 1e-8]

    init(_ call: DifferentiatedCall) throws {
        self.call = call
        digits = call.machine.digits
        let inputs = try call.tensors.map { try $0.converted(to: .float64) }
        let rules = try valueAndGrad(call.number)(inputs).gradients
        for (input, rule) in rules.enumerated() {
            let found = try Tensor(uninitialized: rule.shape, .float64)
            for element in 0..<rule.count {
                let place = place(input, element, rule.shape)
                let (finding, slope) = try examine(inputs, input, element, rule: rule.element(element))
                found.setElement(element, to: slope)
                note(finding, at: place)
                if kinks.count == 1, kinkOperation == nil, case .kink = finding {
                    kinkOperation = try self.kinkOperation(inputs, input, element)
                }
            }
            numeric.append(found)
        }
        try findPattern(rules)
        if !mistakes.isEmpty { wrongOperation = try recording(inputs).firstWrongRule() }
    }

    private var kinkOperation: Primitive?
    private var wrongOperation: (operation: Primitive, parameter: String)?

    private func kinkOperation(_ inputs: [Tensor], _ input: Int, _ element: Int) throws -> Primitive? {
        let h = GradientCheck.steps[0]
        return try Recording.firstKink(
            between: recording(inputs.moving(input, element, by: -h)), and: recording(inputs.moving(input, element, by: h)))
    }

    private func recording(_ inputs: [Tensor]) throws -> Recording {
        let recording = Recording()
        _ = try recording.run(inputs) { try call.number(at: $0) }
        return recording
    }

    private var pattern: String?

    // MARK: Examining

    private func examine(
        _ inputs: [Tensor], _ input: Int, _ element: Int, rule: Double
    ) throws -> (finding: Finding, slope: Double) {
        var bentSlope: Double?
        let middle = try value(inputs)
        for h in GradientCheck.steps {
            let up = try value(inputs.moving(input, element, by: h))
            let down = try value(inputs.moving(input, element, by: -h))
            let slope = (up - down) / (2 * h)
            // differences of large values are rounded more coarsely than the limit
            let rounding = max(abs(up), abs(down)) * 2.3e-16 / h / max(1, abs(rule), abs(slope))
            let bend = abs((up - middle) - (middle - down)) / h
            // also where the rule happens to agree: the slopes of abs on both sides of 0 have the mean 0
            if bend > max(1e-4 * max(1, abs(slope)), 64 * rounding) {
                bentSlope = bentSlope ?? slope
                continue
            }
            let error = abs(rule - slope) / max(1, abs(rule), abs(slope))
            if error <= max(GradientCheck.tolerance, 4 * rounding) { return (.right(error: error), slope) }
            return (.wrong(rule: rule, numeric: slope), bentSlope ?? slope)
        }
        return (.kink, bentSlope ?? rule)
    }

    private func value(_ inputs: [Tensor]) throws -> Double { try call.number(at: inputs).element(0) }

    private mutating func note(_ finding: Finding, at place: String) {
        count += 1
        switch finding {
        case .right(let error): if error > worst?.error ?? -1 { worst = (error, place) }
        case .kink: kinks.append(place)
        case .wrong(let rule, let numeric): mistakes.append((place, rule, numeric))
        }
    }

    /// `x2`, `W[0, 1]`, `theta.W[0, 1]`
    private func place(_ input: Int, _ element: Int, _ shape: Shape) -> String {
        call.leafNames[input] + (shape.rank == 0 ? "" : placeText(shape.place(of: element)))
    }

    private mutating func findPattern(_ rules: [Tensor]) throws {
        guard !mistakes.isEmpty else { return }
        for (rule, numeric) in zip(rules, numeric) {
            let scale = max(1, (0..<numeric.count).map { abs(numeric.element($0)) }.max() ?? 1)
            let difference = Difference(rule, numeric) { abs($0 - numeric.element($1)) <= 1e-5 * scale }
            if let found = difference?.pattern { pattern = found.sentence }
        }
    }

    // MARK: Text

    var view: View {
        let ok: Value = mistakes.isEmpty ? (kinks.isEmpty ? .truth(true) : .none) : .truth(false)
        let text = mistakes.isEmpty ? (kinks.isEmpty ? success : inconclusive) : failure
        return View(
            text, fields: [("ok", ok), ("worst", .number(worst?.error ?? 0))],
            objection: mistakes.isEmpty ? nil : text)
    }

    private var success: String {
        let error = worst.map { ", worst relative error \(exponentText($0.error, decimals: 1)) at \($0.place)" } ?? ""
        return "ok: \(count) element\(count == 1 ? "" : "s")\(error); no kinks"
    }

    private var inconclusive: String {
        let others = count - kinks.count
        let rest = others > 0 ? "; \(others) other element\(others == 1 ? "" : "s") ok" : ""
        return "inconclusive at \(kinks.joined(separator: ", ")): \(kinkOperation?.name ?? "the function") has a kink between x-h and x+h" + rest
    }

    private var failure: String {
        guard let mistake = mistakes.max(by: { abs($0.rule - $0.numeric) < abs($1.rule - $1.numeric) }) else { return "" }
        let operation = wrongOperation.map { "; first wrong operation: \($0.operation.name) \(quoted($0.parameter))" } ?? ""
        let (rule, numeric) = (fixedText(mistake.rule, decimals: digits), fixedText(mistake.numeric, decimals: digits))
        return "wrong at \(mistake.place): rule \(rule), numeric \(numeric)" + operation + (pattern.map { "; \($0)" } ?? "")
    }
}

extension Builtin {
    static let gradcheck = Builtin(
        "gradcheck(f, *arguments, wrt=\"all\")", "Derivatives",
        "Holds the gradient of a function that gives one number against central differences, element by element; a kink is told from a mistake.",
        examples: [
            "gradcheck(x -> x**3, 2).ok  #> True",
            "gradcheck(x -> sum(relu(x)), [1, 0, -1]).ok == None  #> True",
        ]
    ) { call in
        let function = try call.function("f")
        let wrt = call.keyword("wrt")
        let checked = try DifferentiatedCall(
            call.machine, "gradcheck", function, wrt: wrt, call.rest(), call.allNamed(), otherwiseAll: true)
        return .view(try GradientCheck(checked).view)
    }
}
