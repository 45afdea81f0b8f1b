import TensorEngine

extension Builtin {
    /// Values from values: tensors, numbers, element types.
    static let making: [Builtin] = [
        Builtin(
            "tensor(x)", "Make", "The tensor of a number's list, tuple or range.",
            examples: ["tensor((1, 2))  #> [1, 2]", "tensor(range(3))  #> [0, 1, 2]"]
        ) { call in
            let value = try call.value("x")
            guard let tensor = try call.machine.tensorOperand(value) else { throw call.wrong("x", "numbers", value) }
            return Value(tensor)
        },
        conversion("float32(x)", .float32, "The tensor with elements of 32 bits.", examples: ["[1, 2].float32().dtype  #> float32"]),
        conversion("float64(x)", .float64, "The tensor with elements of 64 bits.", examples: ["float64([True, False])  #> [1, 0]"]),
        Builtin(
            "append(xs, v)", "Make", "xs with v at its end; xs itself stays as it is.",
            examples: ["append([1, 2], 3)  #> [1, 2, 3]"]
        ) { call in
            var value = try call.value("xs")
            let item = try call.value("v")
            if case .tensor(let tensor) = value, !tensor.isTraced { value = .tensor(try tensor.copy(capacity: tensor.count + 1)) }
            if case .tuple(let tuple) = value { return .tuple(try Tuple(tuple.items + [item])) }
            try call.machine.append(item, to: &value)
            return value
        },
        Builtin("int(x)", "Other", "A number without its fraction, or the number that a string writes.", examples: ["int(3.7)  #> 3", "int(\"12\")  #> 12"]) { call in
            let number = try parsed(&call, wantsWhole: true).rounded(.towardZero)
            guard number.isFinite else {
                throw KindProblem.argument(
                    function: "int", parameter: "x", wanted: "a finite number", given: numberText(number, .float64, digits: 4))
            }
            return .number(number)
        },
        Builtin("float(x)", "Other", "A truth value or a string as a number.", examples: ["float(\"1e-3\")  #> 0.001", "float(True)  #> 1"]) {
            call in
            // it stays what it is, with what a tape knows of it
            if case .traced? = call.positional.first { return try call.value("x") }
            return .number(try parsed(&call, wantsWhole: false))
        },
        Builtin("bool(x)", "Other", "The truth value of a number, None or a tensor of one element.", examples: ["bool(0)  #> False", "bool(3)  #> True"]) {
            call in .truth(try call.machine.truth(try call.value("x")))
        },
        Builtin("set_default_dtype(dtype)", "Make", "The element type of literals, makers and loaders from here on.", examples: ["set_default_dtype(float32); zeros(2).dtype  #> float32"]) { call in
            guard case .dtype(let dtype) = try call.value("dtype"), dtype.isFloat else {
                throw KindProblem.argument(function: "set_default_dtype", parameter: "dtype", wanted: "float32 or float64", given: "something else")
            }
            call.machine.dtype = dtype
            return .none
        },
        Builtin("allclose(a, b, rtol=1e-05, atol=1e-08)", "Other", "Whether all elements agree: |a-b| <= atol + rtol |b|.", examples: ["allclose([1, 2], [1, 2.000001])  #> True"]) { call in
            let a = try call.tensor("a")
            let b = try call.tensor("b")
            let relative = try call.optional("rtol")?.plainNumber ?? 1e-5
            let absolute = try call.optional("atol")?.plainNumber ?? 1e-8
            return Value(try Primitive.all(.tensor(try agreement(a, b, relative, absolute)), .none, .flag(false)))
        },
    ]

    private static func conversion(_ signature: String, _ dtype: DType, _ summary: String, examples: [String]) -> Builtin {
        Builtin(signature, "Make", summary, examples: examples) { call in
            Value(try call.tensor("x").recast(to: dtype))
        }
    }

    /// Where a and b agree as NumPy's `isclose` has it: infinities agree with themselves alone.
    private static func agreement(_ a: Tensor, _ b: Tensor, _ relative: Double, _ absolute: Double) throws -> Tensor {
        let difference = try Primitive.abs(.tensor(Primitive.subtract(float(a), float(b))))
        let size = try Primitive.abs(.tensor(b))
        let scaled = try Primitive.multiply(.tensor(Tensor(plainNumber: relative)), .tensor(size))
        let bound = try Primitive.add(.tensor(Tensor(plainNumber: absolute)), .tensor(scaled))
        let near = try Primitive.logicalAnd(
            .tensor(Primitive.lessEqual(.tensor(difference), .tensor(bound))), .tensor(Primitive.isfinite(.tensor(b))))
        return try Primitive.logicalOr(.tensor(near), .tensor(Primitive.equal(.tensor(a), .tensor(b))))
    }

    /// Masks have no difference.
    private static func float(_ x: Tensor) throws -> Argument { .tensor(try x.converted(to: x.dtype.asFloat)) }

    private static func parsed(_ call: inout BuiltinCall, wantsWhole: Bool) throws -> Double {
        let value = try call.value("x")
        if let number = value.currentNumber { return number }
        if case .tensor(let tensor) = value, tensor.count == 1 { return tensor.element(0) }
        if case .text(let text) = value {
            let trimmed = trimmedBlanks(text.string).replacing("_", with: "")
            guard let number = Double(trimmed), !trimmed.contains(where: { "xXpP".contains($0) }) else {
                throw ParsingProblem(text: text.string, wantsWhole: wantsWhole, isNumber: false)
            }
            guard !wantsWhole || trimmed.allSatisfy({ $0.isWholeNumber || $0 == "-" || $0 == "+" }) else {
                throw ParsingProblem(text: text.string, wantsWhole: true, isNumber: true)
            }
            return number
        }
        throw call.wrong("x", "a number or a string", value)
    }
}

/// A string that writes no number.
struct ParsingProblem: Problem {
    var text: String
    var wantsWhole: Bool
    var isNumber: Bool

    var code: String { "value-number" }
    var sentence: String { "\(quoted(text)) does not write a \(wantsWhole ? "whole number" : "number")" }
    var mend: String? { isNumber ? "int(float(\(quoted(text))))" : nil }
}
