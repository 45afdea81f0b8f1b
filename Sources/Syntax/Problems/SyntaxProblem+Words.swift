extension SyntaxProblem {
    var sentence: String {
        switch self {
        case .unexpectedIndent: "this line is indented, but no block begins above it"
        case .missingBlock(let word): "\(word) needs a block: indent the lines that belong to it"
        case .missingColon(let word): "a colon is missing at the end of the \(word) line"
        case .thenForColon: "a colon, not then, begins the block"
        case .braces: "braces do not make a block"
        case .endWord: "a block ends where its indentation ends, without end"
        case .compoundAfterSemicolon(let word): "\(word) begins a line of its own"
        case .compoundOnHeaderLine(let word): "\(word) has a block and cannot stand behind another one's colon"
        case .strayBranch(let word): "\(word) has no if above it"
        case .elseIf(let written): "\(written) is spelled elif"
        case .loopElse(let word): "\(word) has no else"
        case .unknownBlockWord(let word, _): "\(word) begins no block"
        case .outsideLoop(let word): "\(word) stands outside of any loop"
        case .outsideFunction: "return stands outside of any function"
        case .missingIn(let found): "for NAME in VALUES is missing its in" + Self.before(found)
        case .countingLoop: "a for loop runs over values, one after the other: for NAME in VALUES"
        case .slashComment: "a comment begins with #"
        default: expressionSentence
        }
    }

    private var expressionSentence: String {
        switch self {
        case .missingValue(let previous?, nil): "a value is missing after \(Self.shown(previous))"
        case .missingValue(let previous?, let found?):
            "a value is missing between \(Self.shown(previous)) and \(Self.shown(found))"
        case .missingValue(nil, let found): "a statement cannot begin with \(Self.shown(found ?? "nothing"))"
        case .unexpected(nil): "the line ends too early"
        case .unexpected(let found?): "\(Self.shown(found)) cannot stand here"
        case .unexpectedInBrackets(let what, nil): "this \(what) ends too early"
        case .unexpectedInBrackets(let what, let found?): "\(Self.shown(found)) cannot stand here in a \(what)"
        case .neighbours(let left, let right, _):
            "something is missing between \(Self.shown(left)) and \(Self.shown(right))"
        case .missingComma(let left, let right):
            "a comma or an operator is missing between \(Self.shown(left)) and \(Self.shown(right))"
        case .conditionalWithoutElse(let found): "a if c else b is missing its else" + Self.before(found)
        case .notNeedsParentheses: "not binds looser than the operator before it"
        case .lambdaNeedsParentheses: "-> binds looser than the operator before it"
        case .badLambdaParameters: "left of -> stands a name, or names in parentheses"
        case .pipeAfterComparison: "|> binds tighter than the comparison left of it"
        case .foreignOperator(let written): "\(written) is spelled \(Self.ours(written))"
        case .foreignConstant(let written, let ours): "\(written) is spelled \(ours)"
        case .exclamation: "! is spelled not"
        case .caret: "^ is no operator; a power is written **"
        case .shift(let sign): "\(sign) is no operator"
        case .fatArrow: "a function is written with ->, not =>"
        case .questionMark: "? is no operator"
        case .walrus: ":= is no operator; an assignment is a statement of its own"
        case .increment(let sign): "\(sign)\(sign) is no operator"
        case .pythonLambda: "a function without a name is written with ->, without lambda"
        case .starredItem: "* spreads a list only in a call, as in f(*xs)"
        case .set: "there are no sets"
        case .missingDictionaryValue(let found):
            "a dictionary holds key: value, and here the colon is missing" + Self.before(found)
        case .spreadInDictionary: "** does not spread a dictionary"
        case .emptyIndex: "an index is missing between the brackets"
        case .keywordAsField(let word): "\(word) is a reserved word and names no field"
        case .missingFieldName: "the name of a field is missing after the point"
        case .emptyField: "this field of the f-string is empty"
        case .misplacedFor: "a comprehension has one element before its for"
        case .comprehensionElse: "the if of a comprehension chooses items and has no else"
        case .printWithoutParentheses: "print is a function and needs parentheses"
        default: statementSentence
        }
    }

    private var statementSentence: String {
        switch self {
        case .notAssignable(let kind, _): "\(kind) cannot be assigned to"
        case .placeInTemporary(let text): "this would change a copy of \(Self.short(text)) that nothing keeps"
        case .augmentedTuple: "+= and its like change one place at a time"
        case .starredTarget: "* cannot stand left of =; it spreads a list only in a call"
        case .assignmentInCondition: "= assigns; == compares"
        case .assignmentInside: "= assigns and cannot stand inside an expression"
        case .variableAnnotation(let name): "\(name) needs no type"
        case .declaration(let word): "a name needs no \(word): assigning to it makes it"
        case .entryAssignment: "parentheses call a function; an entry of a tensor is written in brackets"
        case .missingName(let word, let found):
            "a name is missing" + (word.isEmpty ? "" : " after \(word)") + Self.before(found)
        case .missingParameters(let name): "the parameters of \(name) are missing: \(name)() has none"
        case .afterParameter(let found): "a comma or ) is missing after this parameter" + Self.before(found)
        case .notAParameter(let found): "a parameter is a name" + (found.map { ", not \(Self.shown($0))" } ?? "")
        case .starredParameter(let sign): "a function has a fixed number of parameters, without \(sign)"
        case .repeatedParameter(let name): "two parameters are called \(name)"
        case .defaultBeforePlain(let first, let second): "\(second) needs a default, since \(first) before it has one"
        case .notAxes: "the axes of a tensor are written as a tuple of names, whole numbers or ..."
        case .axisWithoutComma: "one axis is written with a comma, as in (N,)"
        case .defWithEquals: "a definition has either def and a block, or = and an expression"
        case .foreignFunction(let word, _): "a function is defined with def, not \(word)"
        case .decorator: "there are no decorators"
        case .repeatedArgument(let name): "the argument \(name) is given twice"
        case .positionalAfterKeyword(let name): "an argument without a name cannot follow \(name)="
        case .spreadOfKeywords: "** does not spread arguments"
        case .keywordNotAName(let text): "left of = in a call stands the name of a parameter, not \(Self.short(text))"
        case .bareGenerator: "a comprehension beside other arguments needs its own parentheses"
        default: checkSentence
        }
    }

    private var checkSentence: String {
        switch self {
        case .layerWithoutForward(let name): "the layer \(name) has no forward"
        case .layerOnOneLine: "a layer's block begins on the next line"
        case .defInLayer(let word): "in a layer, \(word) is written without def"
        case .repeatedMethod(let word): "this layer has \(word) twice"
        case .selfInLayer: "a layer's parameters are plain names, without self"
        case .withinWithoutTilde: "within belongs to ~ in expect, and to agree"
        case .tildeOutsideExpect: "a ~ b stands only directly after expect"
        case .severalExpectations: "expect states one thing"
        case .expectErrorWithoutColon: "a colon is missing between the code and the expression"
        case .expectErrorOfStatement: "expect error takes an expression, not an assignment"
        case .agreeOnOne: "agree compares at least two values"
        case .checkWithoutCall(let name): "check needs the arguments of \(name) in parentheses"
        case .useOfFormatted: "use names its file in plain quotes"
        case .refused(let word): word.sentence
        case .nestedTooDeep(let limit): "more than \(limit) things are nested in each other"
        default: ""
        }
    }

    var reasons: [String] {
        switch self {
        case .countingLoop: ["range(n) counts from 0 to n - 1, range(a, b) from a to b - 1"]
        case .notNeedsParentheses: ["put it in parentheses, as in a + (not b)"]
        case .lambdaNeedsParentheses: ["put it in parentheses, as in a |> (x -> x + 1)"]
        case .expectErrorWithoutColon: ["as in expect error shape-matmul: W @ X"]
        case .checkWithoutCall: ["as in check linear(f, x, y)"]
        case .missingColon: ["the colon says where the block begins"]
        case .braces: ["a block begins with : and is indented"]
        case .strayBranch: ["it is indented like the if that it belongs to"]
        case .loopElse: ["write what should follow the loop below it"]
        case .foreignFunction(_, let result?): ["its result is given with return \(result)"]
        case .outsideFunction: ["at the top of a lesson, a line that is only an expression shows its value"]
        case .missingBlock: ["pass is a block that does nothing, ... one that is not written yet"]
        case .conditionalWithoutElse: ["a value is needed in both cases"]
        case .neighbours(_, _, nil): ["a statement ends with its line, or with ;"]
        case .starredItem: ["concat joins lists; xs[1:] is the rest of a list"]
        case .starredTarget: ["take the rest with an index: first = xs[0], then rest = xs[1:]"]
        case .starredParameter: ["pass a list or a tuple"]
        case .spreadOfKeywords, .spreadInDictionary: ["name each one: f(a=d.a)"]
        case .set: ["unique(xs) gives the different values; a dictionary holds key: value"]
        case .shift: ["2**n shifts by multiplying"]
        case .placeInTemporary: ["give it a name first"]
        case .notAssignable: ["what can stand left of = is a name, an index, a field, or several of them"]
        case .augmentedTuple: ["write one line for each"]
        case .variableAnnotation: ["axes are written at the parameters of a function: def f(x: (N, D)):"]
        case .layerWithoutForward: ["forward(x): says what the layer computes"]
        case .tildeOutsideExpect: ["allclose(a, b) is the value; ~a inverts a mask"]
        case .severalExpectations: ["write one expect for each"]
        case .notAxes: ["for example (N, D), (N,), (3, 3), (..., C); () is a plain number"]
        case .decorator: ["apply the function yourself: f = decorate(f)"]
        case .comprehensionElse: ["before the for: [a if c else b for x in xs]"]
        case .expectErrorOfStatement: ["put the assignment into a function, or write #! code below it"]
        case .slashComment: ["// divides to whole numbers"]
        case .questionMark: ["c ? a : b is written a if c else b"]
        case .refused(let word): [word.instead]
        default: []
        }
    }

    var advice: [Diagnostic.Advice] {
        switch self {
        case .neighbours(_, _, let meant?), .unknownBlockWord(_, let meant?): [.didYouMean(meant)]
        case .pipeAfterComparison(let loose, let tight): [loose, tight].compactMap { $0 }.map { .write($0) }
        case .endWord(let word): [.delete(word)]
        default: []
        }
    }

    private static func ours(_ written: String) -> String {
        switch written {
        case "&&": "and"
        case "||": "or"
        case "===": "=="
        case "^": "**"
        default: "!="
        }
    }

    private static func before(_ found: String?) -> String { found.map { ", before \(shown($0))" } ?? "" }

    /// A piece of program inside a sentence.
    private static func shown(_ text: String) -> String {
        text == "," || text == "." || text == ":" ? text.quoted : short(text)
    }

    private static func short(_ text: String) -> String {
        let line = text.split(whereSeparator: \.isNewline).first.map(String.init) ?? text
        return line.count <= 30 && line == text ? line : line.prefix(27) + "..."
    }
}
