import TensorEngine

/// A value of the language: what a register, a list item or an argument holds.
///
/// Sixteen bytes: numbers and truth values stand in the value itself and touch no reference count; every other kind is
/// one reference. The words of 8 bytes with the kind hidden in a NaN that other interpreters use were measured beside
/// this enum and are not faster here (CONTRIBUTING.md has the figures), while this is checked by the compiler.
///
/// Values never alias: whoever writes into a box first makes sure that nobody else refers to it.
package enum Value {
    /// A name that nothing was assigned to yet; no expression ever gives it.
    case undefined
    case none
    case truth(Bool)
    case number(Double)
    case text(Text)
    /// Has at least one axis: an element, or a sum over all axes, is a plain number.
    case tensor(Tensor)
    /// A number that is being differentiated: a tensor without axes that an open tape has recorded. It counts as a number
    /// everywhere; only arithmetic goes through operations, so that the tape sees it.
    case traced(Tensor)
    /// What does not fit a rectangle; anything else in brackets is a tensor.
    case list(List)
    case tuple(Tuple)
    case dictionary(Dict)
    case range(WholeRange)
    case function(Function)
    case builtin(Builtin)
    case dtype(DType)
    case view(View)
    /// In a register only: a variable that an inner function shares.
    case cell(Cell)
    /// In a register only: a loop's place in what it runs over.
    case iterator(LoopState)
    /// In a register only: a bracket list while its items are collected.
    case builder(ListBuilder)
}

extension Value {
    /// What messages call this kind of value.
    package var kind: String {
        switch self {
        case .undefined: "nothing yet"
        case .none: "None"
        case .truth: "a truth value"
        case .number, .traced: "a number"
        case .text: "a string"
        case .tensor: "a tensor"
        case .list: "a list"
        case .tuple: "a tuple"
        case .dictionary: "a dict"
        case .range: "a range"
        case .function, .builtin: "a function"
        case .dtype: "an element type"
        case .view: "a view"
        case .cell, .iterator, .builder: "an inner value"
        }
    }

    /// The kind with what a reader needs to see the mistake: a tensor's shape, a short value itself.
    package var outline: String {
        switch self {
        case .tensor(let tensor): "\(tensor.shape)"
        case .number(let value): numberText(value, .float64, digits: 4)
        case .traced(let tensor): numberText(tensor.element(0), .float64, digits: 4)
        case .truth(let value): value ? "True" : "False"
        case .text(let text): text.string.count <= 20 ? quoted(text.string) : "a string of \(text.string.count) characters"
        case .list(let list): "a list of \(list.items.count)"
        case .tuple(let tuple): "a tuple of \(tuple.items.count)"
        case .dictionary(let dictionary): "a dict with \(dictionary.keys.count) key\(dictionary.keys.count == 1 ? "" : "s")"
        case .function(let function): "the function \(function.name)"
        case .builtin(let builtin): "the function \(builtin.name)"
        default: kind
        }
    }

    // A box is changed in place by the only one who refers to it. So it is taken out, and not looked at in a `switch`
    // over the value, which would refer to it meanwhile.

    /// Takes the list out, if the value is one.
    mutating func takeList() -> List? { if isList, case .list(let list) = taken() { list } else { nil } }

    /// Takes the dict out, if the value is one.
    mutating func takeDictionary() -> Dict? {
        if isDictionary, case .dictionary(let dictionary) = taken() { dictionary } else { nil }
    }

    /// Takes the tensor out, if the value is one.
    mutating func takeTensor() -> Tensor? { if isTensor, case .tensor(let tensor) = taken() { tensor } else { nil } }

    private mutating func taken() -> Value {
        var taken = Value.none
        swap(&self, &taken)
        return taken
    }

    /// Axes of a tensor; 0 of everything else.
    var rank: Int { if case .tensor(let tensor) = self { tensor.rank } else { 0 } }

    var isText: Bool { if case .text = self { true } else { false } }
    private var isList: Bool { if case .list = self { true } else { false } }
    var isDictionary: Bool { if case .dictionary = self { true } else { false } }
    var isTensor: Bool { if case .tensor = self { true } else { false } }

    /// How deep containers nest in it; bounded, so that walking and freeing a value never overflows the stack.
    var depth: Int {
        switch self {
        case .list(let list): list.depth
        case .tuple(let tuple): tuple.depth
        case .dictionary(let dictionary): dictionary.depth
        default: 0
        }
    }
}
