import Syntax
import TensorEngine

/// The compiled form of one function, or of one statement of the top level.
///
/// A session keeps every code alive as long as it lives, so that an address in a frame is always good.
final class Code {
    let name: String
    let tree: Tree
    /// What the machine touches while it runs.
    let block: UnsafeMutablePointer<CodeBlock>
    private let counts: (instructions: Int, numbers: Int, constants: Int)
    let names: [String]
    let functions: [FunctionTemplate]
    let calls: [CallShape]
    let subscripts: [SubscriptShape]
    let places: [PlaceShape]
    let problems: [any Problem]
    /// Where each instruction comes from.
    let sites: [Site]

    let parameters: [ParameterSlot]
    /// Registers of parameters and variables; temporaries follow.
    let variableCount: Int
    let registerCount: Int
    /// Checked at each call, for definitions that state axes.
    let axes: AxisCheck?
    let documentation: String?
    let firstLine: String
    /// What it was compiled from; nil for a statement of the top level.
    let definition: FunctionDefinition?
    /// The names of the variables that the function takes along, in the order of its captures.
    let captureNames: [String]
    /// The lines in which variables are first assigned.
    let firstLines: [String: Int]
    /// The registers of variables that are no globals.
    let variables: [(name: String, register: Int)]
    /// Of the top level, what it was compiled from.
    let statement: Statement?

    init(_ parts: CodeParts) {
        name = parts.name
        tree = parts.tree
        counts = (parts.instructions.count, parts.numbers.count, parts.constants.count)
        block = .allocate(capacity: 1)
        names = parts.names
        functions = parts.functions
        calls = parts.calls
        subscripts = parts.subscripts
        places = parts.places
        problems = parts.problems
        sites = parts.sites
        parameters = parts.parameters
        variableCount = parts.variableCount
        registerCount = parts.registerCount
        axes = parts.axes
        documentation = parts.documentation
        firstLine = parts.firstLine
        definition = parts.definition
        captureNames = parts.captureNames
        firstLines = parts.firstLines
        variables = parts.variables
        statement = parts.statement
        block.initialize(
            to: CodeBlock(
                instructions: copied(parts.instructions), numbers: copied(parts.numbers), constants: copied(parts.constants),
                parameterCount: parameters.count, variableCount: variableCount, registerCount: registerCount, owner: self))
    }

    deinit {
        block.pointee.constants.deinitialize(count: counts.constants)
        block.pointee.constants.deallocate()
        block.pointee.instructions.deallocate()
        block.pointee.numbers.deallocate()
        block.deallocate()
    }

    /// Not a statement of the top level, whose registers are the globals.
    var isFunction: Bool { variableCount < Globals.capacity }
    var requiredCount: Int { parameters.count - defaultCount }
    var defaultCount: Int { parameters.count { $0.hasDefault } }
}

/// The part of a code that the machine reads by address, without touching a reference count.
struct CodeBlock {
    let instructions: UnsafeMutablePointer<Instruction>
    let numbers: UnsafeMutablePointer<Double>
    let constants: UnsafeMutablePointer<Value>
    let parameterCount: Int
    let variableCount: Int
    let registerCount: Int
    unowned(unsafe) let owner: Code
}

/// A copy in memory of its own.
private func copied<Element>(_ elements: [Element]) -> UnsafeMutablePointer<Element> {
    let memory = UnsafeMutablePointer<Element>.allocate(capacity: max(1, elements.count))
    memory.initialize(from: elements, count: elements.count)
    return memory
}

/// What a compiler gathers for a `Code`.
struct CodeParts {
    var name: String
    var tree: Tree
    var instructions: [Instruction] = []
    var numbers: [Double] = []
    var constants: [Value] = []
    var names: [String] = []
    var functions: [FunctionTemplate] = []
    var calls: [CallShape] = []
    var subscripts: [SubscriptShape] = []
    var places: [PlaceShape] = []
    var problems: [any Problem] = []
    var sites: [Site] = []
    var parameters: [ParameterSlot] = []
    var variableCount = 0
    var registerCount = 0
    var axes: AxisCheck?
    var documentation: String?
    var firstLine = ""
    var definition: FunctionDefinition?
    var captureNames: [String] = []
    var firstLines: [String: Int] = [:]
    var variables: [(name: String, register: Int)] = []
    var statement: Statement?

    init(name: String, tree: Tree) {
        self.name = name
        self.tree = tree
    }
}

/// What an instruction was compiled from.
enum Site {
    case expression(ExpressionID)
    case span(Span)
}

struct ParameterSlot {
    var name: String
    var hasDefault: Bool
    /// An inner function mentions it, so that it lives in a cell.
    var isShared: Bool
}

/// An inner function before it is made: its code, and where each cell that it takes along is found.
struct FunctionTemplate {
    enum Source {
        /// A cell in a register of the function that makes it.
        case register(Int)
        /// One that the making function took along itself.
        case capture(Int)
    }
    var code: Code
    var captures: [Source]
}

/// The arguments of a call that are not just positional.
struct CallShape {
    enum Part {
        case positional
        case keyword(String)
        case spread
    }
    var parts: [Part]

    var isPlain: Bool { parts.allSatisfy { if case .positional = $0 { true } else { false } } }
}

/// What stands between the brackets of an index; the numbers come from registers, in order.
struct SubscriptShape {
    enum Part {
        case at
        /// Which of start, stop and step are given.
        case slice(Bool, Bool, Bool)
        case ellipsis
    }
    var parts: [Part]

    var registerCount: Int {
        parts.reduce(0) { count, part in
            switch part {
            case .at: count + 1
            case .slice(let start, let stop, let step): count + [start, stop, step].count { $0 }
            case .ellipsis: count
            }
        }
    }
}

/// The way from a variable to the place that is written: `[i].W[0]`.
struct PlaceShape {
    enum Step {
        case subscripts(SubscriptShape)
        case field(String)
    }
    var steps: [Step]
}

/// The axes that a definition states for its parameters and its result.
struct AxisCheck {
    var parameters: [(register: Int, name: String, isShared: Bool, annotation: AxisAnnotation)]
    var result: AxisAnnotation?
}
