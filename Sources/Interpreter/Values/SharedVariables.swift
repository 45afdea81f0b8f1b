/// The variables that inner functions share, of one session.
///
/// They are the only way in which values can hold each other in a ring: a local function that calls itself is held by
/// its variable and holds it. Counting references never frees a ring, so that from time to time those variables are
/// emptied that nothing in the program can reach.
final class SharedVariables {
    private var cells: [Unmanaged<Cell>] = []
    private var searches = 0
    /// How many there are when the next search is worth its time.
    private var due = SharedVariables.fewest

    private static let fewest = 10_000

    /// So many were made that it is time to look for those that nobody can reach.
    var areMany: Bool { cells.count >= due }

    func add(_ cell: Cell) {
        cell.place = cells.count
        cells.append(.passUnretained(cell))
    }

    func remove(_ cell: Cell) {
        guard let last = cells.popLast(), cell.place < cells.count else { return }
        cells[cell.place] = last
        last._withUnsafeGuaranteedRef { $0.place = cell.place }
    }

    /// Empties the variables that cannot be reached from these values.
    func release(unreachableFrom roots: some Sequence<Value>) {
        searches += 1
        var search = Search(number: searches)
        for root in roots { search.visit(root) }
        search.run()
        empty { $0.lastFound != searches }
        // a search takes as long as there are values, and must not be what a program spends its time on
        due = max(SharedVariables.fewest, 2 * cells.count, search.count / 4)
    }

    /// Empties all: the session ends.
    func releaseAll() { empty { _ in true } }

    private func empty(_ isLost: (Cell) -> Bool) {
        // held meanwhile, because emptying one may free others
        let lost = cells.map { $0.takeUnretainedValue() }.filter(isLost)
        for cell in lost { cell.empty() }
    }
}

/// One walk over the values that a program can reach.
private struct Search {
    let number: Int
    /// Values seen.
    private(set) var count = 0
    private var waiting: [Value] = []
    /// Containers and functions may be held many times.
    private var seen: Set<ObjectIdentifier> = []

    init(number: Int) { self.number = number }

    mutating func run() {
        while let next = waiting.popLast() { visitParts(of: next) }
    }

    mutating func visit(_ value: Value) {
        count += 1
        switch value {
        case .cell(let cell): if cell.isFirstFound(in: number) { visit(cell.value) }
        case .function(let function): wait(value, function)
        case .list(let list): wait(value, list)
        case .tuple(let tuple): wait(value, tuple)
        case .dictionary(let dictionary): wait(value, dictionary)
        case .iterator(let loop): wait(value, loop)
        case .builder(let builder): wait(value, builder)
        case .undefined, .none, .truth, .number, .text, .tensor, .traced, .range, .builtin, .dtype, .view: break
        }
    }

    private mutating func wait(_ value: Value, _ box: AnyObject) {
        if seen.insert(ObjectIdentifier(box)).inserted { waiting.append(value) }
    }

    private mutating func visitParts(of value: Value) {
        switch value {
        case .function(let function): for cell in function.cells { visit(.cell(cell)) }
        case .list(let list): for item in list.items { visit(item) }
        case .tuple(let tuple): for item in tuple.items { visit(item) }
        case .dictionary(let dictionary): for key in dictionary.keys { visit(dictionary[key] ?? .none) }
        case .iterator(let loop): for item in loop.items { visit(item) }
        case .builder(let builder): for item in builder.heldValues { visit(item) }
        default: break
        }
    }
}
