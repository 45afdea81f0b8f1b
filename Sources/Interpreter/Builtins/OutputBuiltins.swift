import TensorEngine

extension Builtin {
    static let output: [Builtin] = [
        Builtin("print(*values, sep=\" \", end=\"\\n\")", "Other", "Writes values, a line by default.", examples: ["print(1, \"a\")  #> 1 a"]) { call in
            let separator = try call.keyword("sep").map { try call.plainText($0, "sep") } ?? " "
            let end = try call.keyword("end").map { try call.plainText($0, "end") } ?? "\n"
            try call.finishNamed()
            var display = Display(digits: call.machine.digits)
            for (position, value) in call.rest().enumerated() {
                if position > 0 { display.write(separator) }
                try call.machine.checkText(of: [value])
                if case .text(let text) = value { display.write(text.string) } else { display.write(value) }
            }
            display.write(end)
            let text = display.text
            try call.machine.session.countOutput(text.utf8.count)
            call.machine.receive(.printed(text))
            return .none
        },
        Builtin(
            "help(x)", "Other", "What a function does, with examples; of a string, what is found by its words.",
            examples: ["help(relu)  #> ...", "help(\"blur a picture\")  #> ...", "help(\"numpy\")  #> ..."]
        ) { call in
            let text: String
            guard let value = try call.optional("x") else {
                call.machine.receive(.printed(HelpSearch.introduction))
                return .none
            }
            if case .text(let words) = value {
                text = HelpSearch.text(for: words.string) ?? "nothing is called \(quoted(words.string)), or says so of itself\n"
            } else {
                text = value.helpPage
            }
            call.machine.receive(.printed(text))
            return .none
        },
        Builtin("time(f, n=10)", "Other", "The median seconds of n calls of f(), after one more.", examples: ["time(() -> 1) < 1  #> True"]) { call in
            let function = try call.function("f")
            let count = try call.optional("n").map { try call.whole($0, "n") } ?? 10
            let machine = call.machine
            _ = try machine.call(function, [])
            try machine.hold(max(1, count) * MemoryLayout<Double>.stride)
            var seconds: [Double] = []
            for _ in 0..<max(1, count) {
                let start = machine.session.host.seconds()
                _ = try machine.call(function, [])
                seconds.append(machine.session.host.seconds() - start)
            }
            seconds.sort()
            let middle = seconds.count / 2
            return .number(seconds.count % 2 == 1 ? seconds[middle] : (seconds[middle - 1] + seconds[middle]) / 2)
        },
    ]
}

extension BuiltinCall {
    fileprivate func plainText(_ value: Value, _ name: String) throws -> String {
        guard case .text(let text) = value else { throw wrong(name, "a string", value) }
        return text.string
    }
}
