/// What can be wrong with the form of a statement.
///
/// A case holds the facts; `SyntaxProblem+Words.swift` says them.
enum SyntaxProblem: Problem {
    // Blocks and lines
    case unexpectedIndent
    case missingBlock(String)
    case missingColon(String)
    case thenForColon
    case braces
    case endWord(String)
    case compoundAfterSemicolon(String)
    case compoundOnHeaderLine(String)
    case strayBranch(String)
    case elseIf(String)
    case loopElse(String)
    case unknownBlockWord(String, String?)
    case outsideLoop(String)
    case outsideFunction
    case missingIn(found: String?)
    case countingLoop
    case slashComment

    // Expressions
    case missingValue(after: String?, found: String?)
    case unexpected(found: String?)
    case unexpectedInBrackets(String, found: String?)
    case neighbours(String, String, meant: String?)
    case missingComma(String, String)
    case conditionalWithoutElse(found: String?)
    case notNeedsParentheses
    case lambdaNeedsParentheses
    case badLambdaParameters
    case pipeAfterComparison(loose: String?, tight: String?)
    case foreignOperator(String)
    case foreignConstant(String, String)
    case exclamation
    case caret
    case shift(String)
    case fatArrow
    case questionMark
    case walrus
    case increment(String)
    case pythonLambda
    case starredItem
    case set
    case missingDictionaryValue(found: String?)
    case spreadInDictionary
    case emptyIndex
    case keywordAsField(String)
    case missingFieldName(found: String?)
    case emptyField
    case misplacedFor
    case comprehensionElse
    case printWithoutParentheses

    // Assignments
    case notAssignable(String, text: String)
    case placeInTemporary(String)
    case augmentedTuple
    case starredTarget
    case assignmentInCondition
    case assignmentInside
    case variableAnnotation(String)
    case declaration(String)
    case entryAssignment

    // Definitions and calls
    case missingName(after: String, found: String?)
    case missingParameters(String)
    case afterParameter(found: String?)
    case notAParameter(found: String?)
    case starredParameter(String)
    case repeatedParameter(String)
    case defaultBeforePlain(String, String)
    case notAxes(found: String?)
    case axisWithoutComma
    case defWithEquals(String)
    case foreignFunction(String, result: String?)
    case decorator
    case repeatedArgument(String)
    case positionalAfterKeyword(String)
    case spreadOfKeywords
    case keywordNotAName(String)
    case bareGenerator

    // Layers, checks, use
    case layerWithoutForward(String)
    case layerOnOneLine
    case defInLayer(String)
    case repeatedMethod(String)
    case selfInLayer
    case withinWithoutTilde
    case tildeOutsideExpect
    case severalExpectations
    case expectErrorWithoutColon
    case expectErrorOfStatement
    case agreeOnOne
    case checkWithoutCall(String)
    case useOfFormatted

    case refused(RefusedKeyword)
    case nestedTooDeep(Int)

    var code: String {
        switch self {
        case .unexpectedIndent, .missingBlock, .braces, .endWord, .compoundAfterSemicolon, .compoundOnHeaderLine:
            "syntax-block"
        case .missingColon, .thenForColon: "syntax-colon"
        case .strayBranch, .elseIf, .loopElse, .unknownBlockWord: "syntax-branch"
        case .outsideLoop, .outsideFunction: "syntax-outside"
        case .missingIn, .countingLoop: "syntax-for"
        case .missingValue, .unexpected, .unexpectedInBrackets, .neighbours, .missingComma, .slashComment,
            .misplacedFor,
            .printWithoutParentheses, .foreignConstant:
            "syntax-expression"
        case .conditionalWithoutElse, .questionMark, .comprehensionElse: "syntax-conditional"
        case .notNeedsParentheses, .foreignOperator, .exclamation, .caret, .shift, .increment, .walrus,
            .pipeAfterComparison, .tildeOutsideExpect:
            "syntax-operator"
        case .lambdaNeedsParentheses, .badLambdaParameters, .fatArrow, .pythonLambda: "syntax-lambda"
        case .starredItem, .starredTarget, .starredParameter, .spreadInDictionary, .spreadOfKeywords: "syntax-star"
        case .set, .missingDictionaryValue: "syntax-dictionary"
        case .emptyIndex, .keywordAsField, .missingFieldName, .emptyField: "syntax-access"
        case .notAssignable, .placeInTemporary, .augmentedTuple, .assignmentInCondition, .assignmentInside,
            .variableAnnotation, .declaration, .entryAssignment:
            "syntax-assignment"
        case .missingName, .missingParameters, .afterParameter, .notAParameter, .repeatedParameter, .defaultBeforePlain,
            .defWithEquals, .foreignFunction, .decorator:
            "syntax-definition"
        case .notAxes, .axisWithoutComma: "syntax-axes"
        case .repeatedArgument, .positionalAfterKeyword, .keywordNotAName, .bareGenerator: "syntax-argument"
        case .layerWithoutForward, .layerOnOneLine, .defInLayer, .repeatedMethod, .selfInLayer: "syntax-layer"
        case .withinWithoutTilde, .severalExpectations, .expectErrorWithoutColon, .expectErrorOfStatement, .agreeOnOne,
            .checkWithoutCall:
            "syntax-check"
        case .useOfFormatted: "syntax-use"
        case .refused: "syntax-absent"
        case .nestedTooDeep: "limit-nesting"
        }
    }
}
