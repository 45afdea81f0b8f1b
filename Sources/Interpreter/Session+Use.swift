import Syntax

extension Session {
    /// Runs the cells of a file, unless that was done before, and binds its top-level names.
    func use(_ name: String, in source: Source) throws {
        let program = try host.program(name, usedBy: source)
        if let bound = used[program.path] {
            // they may mean something else by now
            for (name, value) in bound { try bind(name, to: value) }
            return
        }
        try silently { for tree in program.trees { try runUsed(tree) } }
        used[program.path] = names(boundBy: program.trees).compactMap { name in
            value(of: name).map { (name, $0) }
        }
    }

    private func bind(_ name: String, to value: Value) throws {
        machine.registers[try machine.globals.slot(for: name)] = value
    }

    /// What the file prints, shows and notes is for those who run it itself.
    private func silently(_ body: () throws -> Void) rethrows {
        let receive = machine.receive
        machine.receive = { _ in }
        defer { machine.receive = receive }
        try body()
    }

    private func runUsed(_ tree: Tree) throws {
        let expectedErrors = Set(tree.annotations.filter { $0.kind == .error }.map(\.statement))
        for (index, statement) in tree.statements.enumerated() {
            do {
                try execute(statement, in: tree)
            } catch let error where !(error is NotWritten) {
                if expectedErrors.contains(index) { continue }
                // thrown with its own place, which the file that uses it must not lose
                throw diagnostic(of: error, in: tree, statement)
            }
        }
    }

    private func names(boundBy trees: [Tree]) -> Set<String> {
        var names: Set<String> = []
        for tree in trees {
            names.formUnion(Session.names(of: tree).assigned)
            for case .use(let name) in tree.statements.map(\.kind) {
                guard let inner = try? host.program(name, usedBy: tree.source) else { continue }
                names.formUnion((used[inner.path] ?? []).map(\.name))
            }
        }
        return names
    }
}
