import Syntax

/// What can be wrong with a lesson's front matter and fence lines; a cell's own errors are the parser's.
enum LessonProblem: Equatable {
    case frontMatterNotClosed
    case frontMatterLine
    case unknownKey(String, known: [String])
    case repeatedKey(String)
    case badValue(key: String, value: String, wanted: String)
    case attributesNotBraced
    case attributeText
    case textNotClosed
    case misplacedAttribute(String, needs: String)
    case missingAttribute(String, of: String)
    case repeatedName(kind: String, name: String, line: Int)
    case unknownExercise(String, known: [String])
    case checkInHiddenTest

    var code: String {
        switch self {
        case .frontMatterNotClosed, .frontMatterLine: "syntax-front-matter"
        case .unknownKey, .repeatedKey, .badValue, .attributesNotBraced, .attributeText, .textNotClosed,
            .misplacedAttribute, .missingAttribute:
            "syntax-attribute"
        case .repeatedName: "name-repeated"
        case .unknownExercise: "name-exercise"
        case .checkInHiddenTest: "syntax-hidden-test"
        }
    }

    var sentence: String {
        switch self {
        case .frontMatterNotClosed: "the front matter has no closing ---"
        case .frontMatterLine: "a line of front matter is key: value"
        case .unknownKey(let key, _): "there is no key \(key)"
        case .repeatedKey(let key): "\(key) stands here twice"
        case .badValue(let key, let value, let wanted):
            value.isEmpty ? "\(key) needs \(wanted)" : "\(key) is \(wanted), not \(value)"
        case .attributesNotBraced: "attributes stand in braces"
        case .attributeText: "an attribute is key, key=word or key=\"text\""
        case .textNotClosed: "the text has no closing quotation mark"
        case .misplacedAttribute(let key, let needs): "\(key) belongs on \(needs)"
        case .missingAttribute(let key, let fence): "a \(fence) needs \(key)="
        case .repeatedName(let kind, let name, let line): "the \(kind) \(name) already stands at line \(line)"
        case .unknownExercise(let name, _): "there is no exercise \(name)"
        case .checkInHiddenTest: "a hidden test holds statements and #> only"
        }
    }

    var advice: [Diagnostic.Advice] {
        switch self {
        case .unknownKey(let word, let known), .unknownExercise(let word, let known):
            if let candidate = nearest(word, among: known) { return [.didYouMean(candidate)] }
            return []
        case .attributesNotBraced: return [.write("{id=name}")]
        case .missingAttribute(let key, _): return [.write("{\(key)=NAME}")]
        default: return []
        }
    }

    var reasons: [String] {
        switch self {
        case .unknownKey(let word, let known) where nearest(word, among: known) == nil:
            ["the keys are " + known.joined(separator: ", ")]
        case .unknownExercise(_, let known) where !known.isEmpty && advice.isEmpty:
            ["the exercises are " + known.joined(separator: ", ")]
        default: []
        }
    }

    func diagnostic(in source: Source, at span: Span) -> Diagnostic {
        Diagnostic(code: code, sentence, source: source, span: span, reasons: reasons, advice: advice)
    }
}
