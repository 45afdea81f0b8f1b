import TensorEngine

extension Machine {
    /// Every instruction in its general form: what the hot loop leaves to it. Gives the failure, if there is one, with
    /// `state` as it was then.
    @inline(never)
    func general(_ i: Instruction, _ state: inout State, _ lastFrame: UnsafeMutablePointer<Frame>) -> (any Error)? {
        let before = (held: held, used: budget.inUse)
        defer { letGo(to: before.held) }
        do {
            let instruction = state.next - 1
            try execute(i, &state, lastFrame)
            // what makes things smaller may go on although there is too much already
            if budget.inUse > before.used { try checkBounds(after: 0) } else if meter.isDue { try meter.ask() }
            if !pendingNotes.isEmpty { deliverNotes(state.code.pointee.owner, at: instruction) }
            return nil
        } catch {
            return error
        }
    }

    /// The one long function of the interpreter; flat, one case an instruction.
    private func execute(_ i: Instruction, _ state: inout State, _ lastFrame: UnsafeMutablePointer<Frame>) throws {
        let a = i.a
        let b = i.b
        let c = i.c
        let r = state.r
        let code = state.code.pointee.owner
        let n = state.code.pointee.numbers
        switch i.opcode {
        // Moving
        case .load: r[a] = state.code.pointee.constants[b]
        case .loadNumber: r[a] = .number(n[b])
        case .move: if let x = number(r + b) { r[a] = .number(x) } else { r[a] = r[b] }
        case .take:
            if let x = number(r + b) {
                r[a] = .number(x)
            } else {
                let value = (r + b).move()
                (r + b).initialize(to: .none)
                r[a] = value
            }
        case .global:
            if case .undefined = registers[b] { throw unassigned(global: b) }
            r[a] = registers[b]
        case .peekGlobal: r[a] = registers[b]
        case .defined: if case .undefined = r[a] { throw unassigned(code, at: state.next - 1) }
        case .makeCell:
            if variables.areMany { releaseLostVariables(below: r + code.registerCount) }
            r[a] = .cell(Cell(r[a], among: variables))
        case .readCell: r[a] = try read(r[b], code, at: state.next - 1)
        case .writeCell: if case .cell(let cell) = r[a] { cell.value = r[b] }
        case .capture: r[a] = try read(.cell(captures(state.function)[b]), code, at: state.next - 1)

        // Arithmetic
        case .add: r[a] = try binary(.add, r[b], r[c])
        case .subtract: r[a] = try binary(.subtract, r[b], r[c])
        case .multiply: r[a] = try binary(.multiply, r[b], r[c])
        case .divide: r[a] = try binary(.divide, r[b], r[c])
        case .floorDivide: r[a] = try binary(.floorDivide, r[b], r[c])
        case .remainder: r[a] = try binary(.remainder, r[b], r[c])
        case .power: r[a] = try binary(.power, r[b], r[c])
        case .matrixMultiply: r[a] = try binary(.matrixMultiply, r[b], r[c])
        case .bitAnd: r[a] = try binary(.bitAnd, r[b], r[c])
        case .bitOr: r[a] = try binary(.bitOr, r[b], r[c])
        case .addNumber:
            // the program's literals have no sign
            if n[c].sign == .minus {
                r[a] = try binary(.subtract, r[b], .number(-n[c]))
            } else {
                r[a] = try binary(.add, r[b], .number(n[c]))
            }
        case .multiplyNumber: r[a] = try binary(.multiply, r[b], .number(n[c]))
        // the hot loop runs it, or what follows
        case .addProduct, .indexSums: break
        case .negate: if let x = number(r + b) { r[a] = .number(-x) } else { r[a] = try negate(r[b]) }
        case .plus: r[a] = try plus(r[b])
        case .not: r[a] = .truth(!(try truth(r[b])))
        case .invert: r[a] = try invert(r[b])

        // Comparisons
        case .equal: r[a] = try compare(.equal, r[b], r[c])
        case .notEqual: r[a] = try compare(.notEqual, r[b], r[c])
        case .less: r[a] = try compare(.less, r[b], r[c])
        case .lessOrEqual: r[a] = try compare(.lessOrEqual, r[b], r[c])
        case .greater: r[a] = try compare(.greater, r[b], r[c])
        case .greaterOrEqual: r[a] = try compare(.greaterOrEqual, r[b], r[c])
        case .isIdentical: r[a] = .truth(isIdentical(r[b], r[c]))
        case .isNotIdentical: r[a] = .truth(!isIdentical(r[b], r[c]))
        case .isIn: r[a] = .truth(try contains(r[c], r[b]))
        case .isNotIn: r[a] = .truth(!(try contains(r[c], r[b])))

        // Jumps
        case .jump: state.next += i.farDistance
        case .jumpBack:
            state.next += i.farDistance
            try count()
        case .jumpIfTrue: if try truth(r[a]) { try jumpBack(i, &state) }
        case .jumpIfFalse: if !(try truth(r[a])) { state.next += i.distance }
        case .jumpIfLess: if try holds(.less, r[a], r[b]) { try jumpBack(i, &state) }
        case .jumpUnlessLess: if !(try holds(.less, r[a], r[b])) { state.next += i.distance }
        case .jumpIfLessOrEqual: if try holds(.lessOrEqual, r[a], r[b]) { try jumpBack(i, &state) }
        case .jumpUnlessLessOrEqual: if !(try holds(.lessOrEqual, r[a], r[b])) { state.next += i.distance }
        case .jumpIfLessNumber: if try holds(.less, r[a], .number(n[b])) { try jumpBack(i, &state) }
        case .jumpUnlessLessNumber:
            if !(try holds(.less, r[a], .number(n[b]))) { state.next += i.distance }
        case .jumpUnlessLessOrEqualNumber:
            if !(try holds(.lessOrEqual, r[a], .number(n[b]))) { state.next += i.distance }
        case .jumpUnlessGreaterNumber:
            if !(try holds(.greater, r[a], .number(n[b]))) { state.next += i.distance }
        case .jumpUnlessGreaterOrEqualNumber:
            if !(try holds(.greaterOrEqual, r[a], .number(n[b]))) { state.next += i.distance }
        case .jumpUnlessEqualNumber:
            if !(try holds(.equal, r[a], .number(n[b]))) { state.next += i.distance }
        case .jumpUnlessNotEqualNumber:
            if !(try holds(.notEqual, r[a], .number(n[b]))) { state.next += i.distance }

        // Loops
        // the call that follows says why
        case .startRange: state.next += 2
        case .startLoop: try startLoop(over: r[b], state: r + a)
        case .nextRound:
            // a loop over a range counts in registers: the next number, the end, the step
            if let counter = number(r + b), case .number(let end) = r[b + 1], case .number(let step) = r[b + 2] {
                guard step > 0 ? counter < end : counter > end else { return }
                r[a] = .number(counter)
                r[b] = .number(counter + step)
            } else {
                guard case .iterator(let loop) = r[b], let item = try loop.next() else { return }
                r[a] = item
            }
            state.next += i.distance
            try count()

        // Indexing
        case .index: r[a] = try index(r[b], r[c])
        case .indexPair:
            let extra = state.next.pointee
            state.next += 1
            r[a] = try indexPair(r[b], r[c], r[extra.a], isChain: extra.b == 1)
        case .indexMany: r[a] = try index(r[b], code.subscripts[c], r + b + 1)
        case .field: r[a] = try field(code.names[c], of: r[b])
        case .setIndex:
            if let x = number(r + b), let value = number(r + c), Machine.setElement(r + a, x, to: value) {
            } else {
                try setIndex(r + a, r[b], to: r[c])
            }
        case .setIndexPair:
            let extra = state.next.pointee
            state.next += 1
            if let x = number(r + b), let y = number(r + c), let value = number(r + extra.a),
                Machine.setElement(r + a, x, y, to: value) {
            } else {
                try setIndexPair(r + a, r[b], r[c], to: r[extra.a], isChain: extra.b == 1)
            }
        case .setPlace: try setPlace(r + a, code.places[c], r + b, appending: false)
        case .appendPlace: try setPlace(r + a, code.places[c], r + b, appending: true)

        // Making
        case .newList: r[a] = .builder(ListBuilder(dtype: dtype, itemsAreRows: b == 1))
        case .addItem:
            if case .builder(let builder) = r[a] {
                let item = (r + b).move()
                (r + b).initialize(to: .none)
                try builder.append(item)
            }
        case .spreadInto: try spread(r[b], into: r[a])
        case .endList: if case .builder(let builder) = r[b] { r[a] = try builder.finish() }
        case .tuple: r[a] = .tuple(try Tuple(take(r + b, count: c)))
        case .newDictionary: r[a] = .dictionary(Dict())
        case .addEntry: if case .dictionary(let made) = r[a] { try made.set(try Dict.Key(r[b]), to: r[c]) }
        case .closure: r[a] = closure(code.functions[b], state.function?.takeUnretainedValue(), r, defaults: r + c)
        case .format: if case .none = r[c] { r[a] = r[b] } else { r[a] = try format(r[b], spec: r[c]) }
        case .display:
            try checkText(of: [r[b]])
            r[a] = .text(Text(shown(r[b]).text))
        case .concatenate:
            let parts = take(r + b, count: c)
            try checkText(of: parts)
            r[a] = .text(Text(joined(parts)))

        // Calls
        case .callGlobal:
            let count = state.next.pointee.a
            state.next += 1
            if case .undefined = registers[c] { throw unassigned(global: c) }
            // where a call of a value expects the function
            r[b] = registers[c]
            if !r[b].isCallable { throw notFunction(global: c) }
            try enter(b, count, nil, target: r + a, &state, lastFrame)
        case .call: try enter(b, c, nil, target: r + a, &state, lastFrame)
        case .callNamed: try enter(b, code.calls[c].parts.count, code.calls[c], target: r + a, &state, lastFrame)
        case .callMethod:
            let name = code.names[state.next.pointee.a]
            state.next += 1
            let given = code.calls[c].parts.count
            let count = try prepareMethod(name, r + b, given)
            let shape = code.calls[c].isPlain ? nil : code.calls[c].afterReceiver(count - given)
            try enter(b, count, shape, target: r + a, &state, lastFrame)
        // the hot loop returns
        case .giveBack: break
        case .checkAxes: try checkAxes(code, r, result: b == 1 ? r[a] : nil)

        // Statements
        case .unpack: try unpack(r[b], into: r + a, count: c)
        case .show: try show(r[a])
        case .fail: throw code.problems[a]
        case .assertion:
            if c == 1 { try checkText(of: [r[b]]) }
            throw CheckProblem.assertion(c == 1 ? text(r[b]) : "`\(source(code, state.next - 1))` does not hold")
        case .refuseNumber: if r[a].currentNumber != nil { throw code.problems[b] }
        case .refuseLost: try refuseLost(code.problems[b], on: r[a], hidingFunction: registers[c])
        case .nameValue: look?.name(r[a], code.names[b])
        case .notWritten: throw NotWritten()
        case .expectTrue: try expectTrue(r[a], code, at: state.next - 1)
        case .expectEqual: try expectEqual(r[a], r[b], code, at: state.next - 1)
        case .expectClose:
            let extra = state.next.pointee
            state.next += 1
            try expectClose(r[a], r[b], within: extra.a == 1 ? r[c] : nil, code, at: state.next - 1)
        case .expectError:
            nextFrame = state.frame
            try expectError(r[a], c == 1 ? code.names[b] : nil, above: r + code.registerCount)
        case .verdict: try giveVerdict(r[a])
        case .extra: break
        }
    }

    /// A conditional jump that closes a loop, most of the time.
    private func jumpBack(_ i: Instruction, _ state: inout State) throws {
        state.next += i.distance
        try count()
    }

    /// A step that the hot loop did not count: a round of a loop, a call.
    func count() throws {
        clock.ticks -= 1
        if clock.ticks < 0 { clock.ticks = try clock.tick() }
    }

    /// Enters a function of the program, or calls a builtin, which leaves its result in `target`.
    private func enter(
        _ callee: Int, _ count: Int, _ shape: CallShape?, target: UnsafeMutablePointer<Value>, _ state: inout State,
        _ lastFrame: UnsafeMutablePointer<Frame>
    ) throws {
        let function = state.r + callee
        top = state.r + state.code.pointee.registerCount
        nextFrame = state.frame
        guard case .function(let called) = function.pointee else {
            guard function.pointee.isCallable else {
                throw notFunction(function.pointee, state.code.pointee.owner, at: state.next - 1)
            }
            let result = try callOther(function, count, shape)
            clear(from: function, to: function + count + 1)
            target.pointee = result
            return
        }
        guard state.frame < lastFrame else { throw BoundProblem.depth(maximumDepth) }
        let start = function + 1
        if let shape {
            try bind(called, at: start, count, shape)
        } else {
            try reserve(upTo: start + max(count, called.code.registerCount))
            try bind(called, at: start, given: count)
        }
        state.frame.initialize(
            to: Frame(
                code: state.code, function: state.function, registers: state.r, next: state.next, target: target,
                holdsReferences: true))
        state.frame += 1
        (state.code, state.function, state.r) = (called.block, .passUnretained(called), start)
        state.next = called.block.pointee.instructions
        try self.count()
    }

    private func captures(_ function: Unmanaged<Function>?) -> [Cell] { function?.takeUnretainedValue().captures ?? [] }
}