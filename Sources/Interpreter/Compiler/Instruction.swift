/// What the machine can do. `R[x]` is a register of the running function, `K` its constants, `N` its numbers, `G` the
/// globals, `C` the cells that the function took along. Operands are named a, b, c; `to` is a jump's distance.
///
/// Formal meanings stand beside each name, in the manner of Lua's `lopcodes.h`.
enum Opcode: UInt8 {
    // Moving
    case load                   // R[a] = K[b]
    case loadNumber             // R[a] = N[b]
    case move                   // R[a] = R[b]
    case take                   // R[a] = R[b]; R[b] = None: the last use of a temporary
    case global                 // R[a] = G[b], which must be assigned
    case defined                // R[a] must be assigned
    case makeCell               // R[a] = a new cell that holds R[a]
    case readCell               // R[a] = what the cell R[b] holds, which must be assigned
    case writeCell              // the cell R[a] holds R[b]
    case capture                // R[a] = what C[b] holds, which must be assigned

    // Arithmetic
    case add, subtract, multiply, divide, floorDivide, remainder, power, matrixMultiply, bitAnd, bitOr
                                // R[a] = R[b] op R[c]
    case addNumber              // R[a] = R[b] + N[c], or R[b] - -N[c] where the program subtracts
    case multiplyNumber         // R[a] = R[b] * N[c]
    case addProduct             // R[a] = R[b] + R[c] * R[d], and past the two instructions that follow, which do the same
                                // in two steps where one of them is no plain number; d is a of the extra word
    case negate, plus, not, invert
                                // R[a] = op R[b]
    case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual
                                // R[a] = R[b] op R[c]
    case isIdentical, isNotIdentical, isIn, isNotIn

    // Jumps: from the instruction that follows
    case jump                   // by to
    case jumpBack               // by to, and count a step
    case jumpIfTrue             // if R[a], by to
    case jumpIfFalse            // unless R[a], by to
    case jumpIfLess, jumpUnlessLess, jumpIfLessOrEqual, jumpUnlessLessOrEqual
                                // if/unless R[a] op R[b], by to
    case jumpIfLessNumber, jumpUnlessLessNumber, jumpUnlessLessOrEqualNumber, jumpUnlessGreaterNumber
    case jumpUnlessGreaterOrEqualNumber, jumpUnlessEqualNumber, jumpUnlessNotEqualNumber
                                // if/unless R[a] op N[b], by to
    // Loops
    case startRange             // R[a], R[a+1], R[a+2] = start, end, step of range(R[b+1], ..., c of them), and on to the
                                // jump that follows; past it, if G[d] is no longer range; d is a of the extra word
    case startLoop              // R[a], R[a+1], R[a+2] = the state of a loop over R[b]
    case nextRound              // if the loop at R[b] goes on: R[a] = its next item, and by to; counts a step

    // Indexing
    case index                  // R[a] = R[b][R[c]]
    case indexPair              // R[a] = R[b][R[c], R[d]]; d is a of the extra word, b of it 1 for R[b][R[c]][R[d]]
    case indexSums              // R[a] = R[b][R[c] + R[d], R[e] + R[f]], and past the four instructions that follow, which do
                                // the same step by step; d, e, f are a, b, c of the extra word
    case indexMany              // R[a] = R[b][...]; subscripts[c] says what R[b+1], ... are
    case field                  // R[a] = R[b].names[c]
    case setIndex               // R[a][R[b]] = R[c]
    case setIndexPair           // R[a][R[b], R[c]] = R[d]; d and the chain mark as in indexPair
    case setPlace               // the place that places[c] finds in R[a] = R[b]; R[b+1], ... are its indexes
    case appendPlace            // the same, with R[b] appended to it

    // Making
    case newList                // R[a] = an empty list builder; b: 1 if the items are rows of a literal
    case addItem                // R[a] gets R[b], which becomes None
    case spreadInto             // R[a] gets every item of R[b]
    case endList                // R[a] = the list or tensor
    case tuple                  // R[a] = (R[b], ..., c items), which become None
    case newDictionary          // R[a] = {}
    case addEntry               // R[a][R[b]] = R[c], while a dict is made
    case closure                // R[a] = the function functions[b] with the defaults R[c], ...
    case format                 // R[a] = R[b] as text, by the spec R[c]
    case display                // R[a] = R[b] as text that shows a string in quotes
    case concatenate            // R[a] = the texts R[b], ..., c of them, joined

    // Calls: R[b] is the function, its arguments follow
    case call                   // R[a] = R[b](R[b+1], ..., c of them)
    case callNamed              // R[a] = R[b](R[b+1], ...); calls[c] says which are named or spread
    case callGlobal             // R[a] = G[c](R[b+1], ..., n of them); n is a of the extra word
    case callMethod             // R[a] = R[b+1].name(R[b+2], ...); calls[c], the extra word's a is the name;
                                // R[b] is the program's function or builtin of that name, if there is one
    case peekGlobal             // R[a] = G[b], assigned or not
    case giveBack               // return R[a]
    case checkAxes              // the parameters, and R[a] as the result, must have the axes that were annotated

    // Statements
    case unpack                 // R[a], R[a+1], ... = the c items of R[b]
    case show                   // show R[a]
    case fail                   // the problem problems[a]
    case assertion              // R[a] must be true; R[b] is the message, if c is 1
    case refuseNumber           // the problem problems[b], if R[a] is a plain number
    case refuseLost             // the lost method problems[b], unless R[a] has it, or G[c] is the program's function
    case nameValue              // R[a] was assigned to names[b], in a function that is looked at
    case notWritten             // the student has still to write this
    case expectTrue             // R[a] must be one true value
    case expectEqual            // R[a] and R[b] must be equal in shape and in every element
    case expectClose            // R[a] and R[b] must agree, within R[c] if that is given
    case expectError            // R[a]() must fail, with the code names[b] if c is 1
    case verdict                // show the view R[a], which may object
    case extra                  // more operands of the instruction before it
}

/// One machine word: an opcode and three operands of 16 bits.
///
/// Packed by hand. As an enum with payloads the same loop ran half as fast, because its seven bytes are loaded in three
/// pieces.
struct Instruction {
    let word: UInt64

    init(_ opcode: Opcode, _ a: Int = 0, _ b: Int = 0, _ c: Int = 0) {
        word = UInt64(opcode.rawValue) | UInt64(UInt16(truncatingIfNeeded: a)) << 16
            | UInt64(UInt16(truncatingIfNeeded: b)) << 32 | UInt64(UInt16(truncatingIfNeeded: c)) << 48
    }

    /// Every word is made from an opcode, so the bits are one.
    @inline(__always) var opcode: Opcode { unsafeBitCast(UInt8(truncatingIfNeeded: word), to: Opcode.self) }
    @inline(__always) var a: Int { Int(UInt16(truncatingIfNeeded: word >> 16)) }
    @inline(__always) var b: Int { Int(UInt16(truncatingIfNeeded: word >> 32)) }
    @inline(__always) var c: Int { Int(word >> 48) }
    /// A jump's distance.
    @inline(__always) var distance: Int { Int(Int16(truncatingIfNeeded: word >> 48)) }
}
