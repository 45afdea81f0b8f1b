import Syntax
import TensorEngine

// Going back to what was before a statement, for a prompt that takes statements back.
extension Session {
    /// What a statement is about to change: the names that it assigns, and the random numbers.
    ///
    /// Values never alias, so that keeping the old ones is enough; what the statement writes in place is copied first.
    package final class Moment {
        fileprivate private(set) var values: [(name: String, value: Value?)]
        fileprivate let random: RandomNumbers
        private let budget: MemoryBudget

        private weak var machine: Machine?

        fileprivate init(_ values: [(name: String, value: Value?)], _ session: Session) {
            self.values = values
            random = session.random
            budget = session.budget
            machine = session.machine
            machine?.kept[ObjectIdentifier(self)] = values.compactMap(\.value)
        }

        // what values take is credited to the budget of whoever lets them go
        deinit {
            budget.whileCurrent {
                machine?.kept[ObjectIdentifier(self)] = nil
                values = []
            }
        }
    }

    package func moment(before tree: Tree, statement index: Int) -> Moment {
        let use = NameUse(of: [tree.statements[index]], in: tree)
        let names = Set(use.assigned).union(use.written.keys)
        return Moment(names.map { ($0, value(of: $0)) }, self)
    }

    package func goBack(to moment: Moment) {
        random = moment.random
        budget.whileCurrent {
            for (name, value) in moment.values { machine.globals.restore(name, to: value) }
        }
    }

    /// Whether a name has another value than then; a tensor of equal numbers counts as another.
    package func hasAssigned(since moment: Moment) -> Bool {
        moment.values.contains { name, value in
            switch (value, self.value(of: name)) {
            case (nil, nil): false
            case (let old?, let new?): !old.isIdentical(to: new)
            default: true
            }
        }
    }

    /// Old values take memory as well as new ones: past half of the limit a prompt should forget some.
    package var isShortOfMemory: Bool { budget.inUse > budget.limit / 2 }
}

extension Value {
    /// The same number, or the same box.
    fileprivate func isIdentical(to other: Value) -> Bool {
        switch (self, other) {
        case (.undefined, .undefined), (.none, .none): true
        case (.truth(let a), .truth(let b)): a == b
        case (.number(let a), .number(let b)): a.bitPattern == b.bitPattern
        case (.dtype(let a), .dtype(let b)): a == b
        case (.text(let a), .text(let b)): a === b
        case (.tensor(let a), .tensor(let b)): a.box === b.box
        case (.list(let a), .list(let b)): a === b
        case (.tuple(let a), .tuple(let b)): a === b
        case (.dictionary(let a), .dictionary(let b)): a === b
        case (.range(let a), .range(let b)): a === b
        case (.function(let a), .function(let b)): a === b
        case (.builtin(let a), .builtin(let b)): a === b
        default: false
        }
    }
}
