import TensorEngine

/// The number at an index of a vector; nil for what the general way has to do.
@inline(__always)
func plainElement(_ tensor: Unmanaged<TensorBox>, _ index: Double) -> Double? {
    let header = TensorBox.header(of: tensor)
    guard isPlain(header, rank: 1), let position = plainPosition(index, header.pointee.shape[0]) else { return nil }
    return header.pointee.memory.assumingMemoryBound(to: Double.self)[position]
}

/// The number at two indexes of a matrix.
@inline(__always)
func plainElement(_ tensor: Unmanaged<TensorBox>, _ row: Double, _ column: Double) -> Double? {
    let header = TensorBox.header(of: tensor)
    guard isPlain(header, rank: 2), let y = plainPosition(row, header.pointee.shape[0]),
        let x = plainPosition(column, header.pointee.shape[1])
    else { return nil }
    return header.pointee.memory.assumingMemoryBound(to: Double.self)[y &* header.pointee.shape[1] &+ x]
}

/// Whether single elements may be read as they are: what a tape has recorded must be recorded when it is read, too.
@inline(__always)
private func isPlain(_ header: UnsafeMutablePointer<TensorHeader>, rank: Int) -> Bool {
    header.pointee.dtype == .float64 && header.pointee.shape.rank == rank && header.pointee.trace.tape == 0
}

/// A whole index from the front or the end; nil if it is neither.
@inline(__always)
func plainPosition(_ index: Double, _ size: Int) -> Int? {
    // 1.5 * 2^52 leaves a whole number in the lowest bits of the sum. Conversions that trap would first ask whether they
    // must; here whatever was no whole number of 32 bits differs from what it became. No axis is longer.
    let whole = Int(Int32(truncatingIfNeeded: (index + 0x1.8p52).bitPattern))
    guard Double(whole) == index else { return nil }
    let position = whole < 0 ? whole &+ size : whole
    return position >= 0 && position < size ? position : nil
}

extension Machine {
    // MARK: Reading

    func index(_ base: Value, _ index: Value) throws -> Value {
        switch base {
        case .tensor(let tensor): return Value(try Primitive.index(.tensor(tensor), .index(try items(index))))
        case .list(let list): return try element(of: list.items, index, "a list")
        case .tuple(let tuple): return try element(of: tuple.items, index, "a tuple")
        case .text(let text):
            let string = text.string
            try meter.count(string.utf8.count)
            let place = string.index(string.startIndex, offsetBy: try position(index, string.count, "a string"))
            return .text(Text(String(string[place])))
        case .dictionary(let dictionary): return try entry(of: dictionary, try Dict.Key(index))
        case .view(let view) where !view.parts.isEmpty:
            guard case .text(let name) = index, view.parts.contains(name.string), let part = view[name.string] else {
                throw ListProblem.noKey((try Dict.Key(index)).text, nearest: view.parts.first)
            }
            return part
        case .range(let range): return .number(range[try position(index, range.count, "a range")])
        default: throw KindProblem.notIndexable(kind: base.kind)
        }
    }

    /// `base[i, j]`, or `base[i][j]` if it is a chain.
    func indexPair(_ base: Value, _ first: Value, _ second: Value, isChain: Bool) throws -> Value {
        if isChain { return try index(try index(base, first), second) }
        if case .tensor(let tensor) = base {
            return Value(try Primitive.index(.tensor(tensor), .index([try item(first), try item(second)])))
        }
        if case .dictionary(let dictionary) = base {
            return try entry(of: dictionary, .tuple([try Dict.Key(first), try Dict.Key(second)]))
        }
        guard let tensor = try tensorOperand(base) else { throw KindProblem.notIndexable(kind: base.kind) }
        return try indexPair(.tensor(tensor), first, second, isChain: false)
    }

    func index(_ base: Value, _ shape: SubscriptShape, _ operands: UnsafeMutablePointer<Value>) throws -> Value {
        if shape.parts.count == 1, case .slice = shape.parts[0] {
            let slice = try slice(shape.parts[0], operands)
            switch base {
            case .list(let list): return try bracketed(try slice.of(list.items), dtype: dtype)
            case .tuple(let tuple): return .tuple(try Tuple(try slice.of(tuple.items)))
            case .text(let text):
                try hold(Footprint.values(text.string.utf8.count))
                return .text(Text(String(try slice.of(Array(text.string)))))
            default: break
            }
        }
        guard let tensor = try tensorOperand(base), tensor.rank > 0 else {
            throw KindProblem.notIndexable(kind: base.kind)
        }
        return Value(try Primitive.index(.tensor(tensor), .index(try items(shape, operands))))
    }

    private func entry(of dictionary: Dict, _ key: Dict.Key) throws -> Value {
        guard let value = dictionary[key] else {
            throw ListProblem.noKey(key.text, nearest: nearestKey(key, in: dictionary))
        }
        return value
    }

    private func element(of items: [Value], _ index: Value, _ kind: String) throws -> Value {
        switch index.settled {
        case .number, .truth: return items[try position(index, items.count, kind)]
        case .tensor(let tensor):
            let chosen = try (0..<tensor.count).map { position -> Value in
                items[try self.position(.number(tensor.element(position)), items.count, kind)]
            }
            return try bracketed(chosen, dtype: dtype)
        default: throw ListProblem.notIndex(kind: index.kind, of: kind)
        }
    }

    private func position(_ index: Value, _ count: Int, _ kind: String) throws -> Int {
        guard case .number(let number) = index.settled else { throw ListProblem.notIndex(kind: index.kind, of: kind) }
        guard number == number.rounded() else { throw ListProblem.whole(number) }
        guard let position = plainPosition(number, count) else {
            throw ListProblem.range(index: number, count: count, kind: kind)
        }
        return position
    }

    // MARK: What stands between the brackets

    /// A tuple is what commas between the brackets would make: `A[(1, 2)]` is `A[1, 2]`, as in Python.
    private func items(_ value: Value) throws -> [IndexItem] {
        if case .tuple(let tuple) = value { return try tuple.items.map(item) }
        return [try item(value)]
    }

    private func item(_ value: Value) throws -> IndexItem {
        switch value.settled {
        case .number(let number): return .at(try whole(number))
        case .none: return .newAxis
        case .tensor(let tensor): return tensor.dtype == .bool ? .mask(tensor) : .list(tensor)
        case .list, .tuple, .range:
            guard let tensor = try tensorOperand(value) else {
                throw ListProblem.notIndex(kind: value.kind, of: "a tensor")
            }
            return tensor.dtype == .bool ? .mask(tensor) : .list(tensor)
        default: throw ListProblem.notIndex(kind: value.kind, of: "a tensor")
        }
    }

    func whole(_ number: Double) throws -> Int {
        guard number == number.rounded(), abs(number) < 0x1p53 else { throw ListProblem.whole(number) }
        return Int(number)
    }

    private func items(_ shape: SubscriptShape, _ operands: UnsafeMutablePointer<Value>) throws -> [IndexItem] {
        var next = operands
        return try shape.parts.map { part in
            switch part {
            case .ellipsis: return .ellipsis
            case .at:
                defer { next += 1 }
                return try item(next.pointee)
            case .slice:
                let slice = try slice(part, next)
                next += SubscriptShape(parts: [part]).registerCount
                return .slice(start: slice.start, stop: slice.stop, step: slice.step)
            }
        }
    }

    private func slice(_ part: SubscriptShape.Part, _ operands: UnsafeMutablePointer<Value>) throws -> Slice {
        guard case .slice(let hasStart, let hasStop, let hasStep) = part else { return Slice() }
        var next = operands
        func bound(_ isGiven: Bool) throws -> Int? {
            guard isGiven else { return nil }
            defer { next += 1 }
            switch next.pointee.settled {
            case .none: return nil
            case .number(let number): return try whole(number)
            default: throw ListProblem.notIndex(kind: next.pointee.kind, of: "a slice")
            }
        }
        return Slice(start: try bound(hasStart), stop: try bound(hasStop), step: try bound(hasStep))
    }

    // MARK: Writing

    /// Writes a number into a vector in place, if nothing about it is unusual.
    @inline(__always)
    static func setElement(_ register: UnsafeMutablePointer<Value>, _ index: Double, to value: Double) -> Bool {
        withUnsharedTensor(register) { tensor in
            guard tensor.rank == 1, let position = plainPosition(index, tensor.shape[0]) else { return false }
            tensor.mutablePointer(Double.self)[position] = value
            return true
        }
    }

    @inline(__always)
    static func setElement(_ register: UnsafeMutablePointer<Value>, _ row: Double, _ column: Double, to value: Double) -> Bool {
        withUnsharedTensor(register) { tensor in
            guard tensor.rank == 2, let y = plainPosition(row, tensor.shape[0]), let x = plainPosition(column, tensor.shape[1])
            else { return false }
            tensor.mutablePointer(Double.self)[y &* tensor.shape[1] &+ x] = value
            return true
        }
    }

    /// The register's float64 tensor, if nobody else refers to it; taken out meanwhile, so that this can be told.
    @inline(__always)
    private static func withUnsharedTensor(_ register: UnsafeMutablePointer<Value>, _ body: (Tensor) -> Bool) -> Bool {
        guard case .tensor = register.pointee, case .tensor(var tensor) = register.move() else { return false }
        defer { register.initialize(to: .tensor(tensor)) }
        return tensor.dtype == .float64 && tensor.isUnshared() && body(tensor)
    }

    func setIndex(_ variable: UnsafeMutablePointer<Value>, _ index: Value, to value: Value) throws {
        try update(variable) { try self.set(&$0, index, to: value) }
    }

    func setIndexPair(
        _ variable: UnsafeMutablePointer<Value>, _ first: Value, _ second: Value, to value: Value, isChain: Bool
    ) throws {
        try update(variable) { root in
            if root.isTensor, !isChain || root.rank > 1 {
                try self.write(&root, [try self.item(first), try self.item(second)], value)
            } else if isChain {
                try self.updateItem(&root, first) { try self.set(&$0, second, to: value) }
            } else if root.isDictionary {
                let key = Dict.Key.tuple([try Dict.Key(first), try Dict.Key(second)])
                try self.setEntry(&root, key, to: value)
            } else {
                throw KindProblem.notWritable(kind: root.kind)
            }
        }
    }

    /// Writes, or appends to, the place at the end of a path.
    func setPlace(
        _ variable: UnsafeMutablePointer<Value>, _ place: PlaceShape, _ operands: UnsafeMutablePointer<Value>, appending: Bool
    ) throws {
        let value = operands.pointee
        operands.pointee = .none
        try update(variable) { try self.walk(&$0, place.steps[...], operands + 1, value, appending: appending) }
    }

    /// Changes a variable's value in place. The register lets go of it meanwhile, so that it is not shared with itself;
    /// after a failure the variable holds what it held.
    private func update(_ variable: UnsafeMutablePointer<Value>, _ change: (inout Value) throws -> Void) throws {
        var value = variable.move()
        variable.initialize(to: .none)
        defer { variable.pointee = value }
        try change(&value)
    }

    private func walk(
        _ value: inout Value, _ steps: ArraySlice<PlaceShape.Step>, _ operands: UnsafeMutablePointer<Value>, _ new: Value,
        appending: Bool
    ) throws {
        guard let step = steps.first else {
            if appending { try append(new, to: &value) } else { value = new }
            return
        }
        let rest = steps.dropFirst()
        switch step {
        case .field(let name):
            try updateEntry(&value, .text(name)) { try self.walk(&$0, rest, operands, new, appending: appending) }
        case .subscripts(let shape):
            let after = operands + shape.registerCount
            if shape.parts.count == 1, case .at = shape.parts[0] {
                let index = operands.pointee
                if rest.isEmpty, !appending { return try set(&value, index, to: new) }
                try updateItem(&value, index) { try self.walk(&$0, rest, after, new, appending: appending) }
            } else {
                guard case .tensor(let tensor) = value else { throw KindProblem.notWritable(kind: value.kind) }
                let items = try items(shape, operands)
                if rest.isEmpty, !appending { return try write(&value, items, new) }
                var part = Value(try Primitive.index(.tensor(tensor), .index(items)))
                try walk(&part, rest, after, new, appending: appending)
                try write(&value, items, part)
            }
        }
    }

    private func set(_ value: inout Value, _ index: Value, to new: Value) throws {
        if value.isTensor { return try write(&value, try items(index), new) }
        if value.isDictionary { return try setEntry(&value, try Dict.Key(index), to: new) }
        guard case .list(let list) = value else { throw KindProblem.notWritable(kind: value.kind) }
        var items = list.items
        items[try position(index, items.count, "a list")] = new
        value = try bracketed(items, dtype: dtype)
    }

    /// Changes an item of a list, tensor or dict.
    private func updateItem(_ value: inout Value, _ index: Value, _ change: (inout Value) throws -> Void) throws {
        if value.isDictionary { return try updateEntry(&value, try Dict.Key(index), change) }
        var item = try self.index(value, index)
        try change(&item)
        try set(&value, index, to: item)
    }

    private func updateEntry(_ value: inout Value, _ key: Dict.Key, _ change: (inout Value) throws -> Void) throws {
        guard let own = try Machine.unsharedDictionary(&value) else {
            throw KindProblem.noField(kind: value.kind, field: key.text, isFunction: false, nearest: nil)
        }
        defer { value = .dictionary(own) }
        guard var entry = own.take(key) else { throw ListProblem.noKey(key.text, nearest: nearestKey(key, in: own)) }
        do { try change(&entry) } catch {
            try own.set(key, to: entry)
            throw error
        }
        try own.set(key, to: entry)
    }

    private func setEntry(_ value: inout Value, _ key: Dict.Key, to new: Value) throws {
        guard let own = try Machine.unsharedDictionary(&value) else { throw KindProblem.notWritable(kind: value.kind) }
        defer { value = .dictionary(own) }
        try own.set(key, to: new)
    }

    /// Takes the dict out: itself if nobody else refers to it, else a copy. Nil if the value is none.
    private static func unsharedDictionary(_ value: inout Value) throws -> Dict? {
        guard var own = value.takeDictionary() else { return nil }
        if isKnownUniquelyReferenced(&own) { return own }
        do { return try Dict(copying: own) } catch {
            value = .dictionary(own)
            throw error
        }
    }

    private func write(_ value: inout Value, _ items: [IndexItem], _ new: Value) throws {
        guard var tensor = value.takeTensor() else { throw KindProblem.notWritable(kind: value.kind) }
        defer { value = .tensor(tensor) }
        guard let written = try tensorOperand(new) else { throw KindProblem.element(kind: new.kind) }
        try tensor.write(written, at: items)
    }

    /// The value with one more item at its end.
    func append(_ item: Value, to value: inout Value) throws {
        if var list = value.takeList() {
            defer { value = .list(list) }
            if !isKnownUniquelyReferenced(&list) { list = try List(list.items) }
            try list.append(item)
        } else if var tensor = value.takeTensor() {
            var other: Value?
            defer { value = other ?? .tensor(tensor) }
            if tensor.count == 0, tensor.rank == 1 {
                other = try bracketed([item], dtype: dtype)
            } else if let row = try row(item, for: tensor) {
                try tensor.appendRow(row)
            } else {
                other = try bracketed(try rows(of: tensor) + [item], dtype: dtype)
            }
        } else {
            throw KindProblem.notWritable(kind: value.kind)
        }
    }

    /// The item as a row of the tensor; nil if it does not fit.
    private func row(_ item: Value, for tensor: Tensor) throws -> Tensor? {
        guard let row = try tensorOperand(item), row.shape == tensor.shape.removing(0),
            (row.dtype == .bool) == (tensor.dtype == .bool)
        else { return nil }
        return try row.recast(to: tensor.dtype)
    }
}

/// Python's `start:stop:step`.
struct Slice {
    var start: Int?
    var stop: Int?
    var step: Int?

    func of<T>(_ items: [T]) throws -> [T] {
        let step = step ?? 1
        guard step != 0 else { throw IndexProblem.step }
        let count = items.count
        func clamped(_ bound: Int?, _ otherwise: Int) -> Int {
            guard let bound else { return otherwise }
            let position = bound < 0 ? bound + count : bound
            return step > 0 ? min(max(position, 0), count) : min(max(position, -1), count - 1)
        }
        let first = clamped(start, step > 0 ? 0 : count - 1)
        let last = clamped(stop, step > 0 ? count : -1)
        return stride(from: first, to: last, by: step).map { items[$0] }
    }
}
