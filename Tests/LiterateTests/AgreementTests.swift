import Interpreter
import Literate
import TensorEngine
import Testing

private func agree(
    _ expected: String, _ actual: Double, digits: Int = 4, slack: Double = ActualNumber.leastSlack
) -> Bool {
    Agreement(digits: digits).accepts(
        NumberText(expected), ActualNumber(value: actual, origin: .shown(.float64), slack: slack))
}

@Suite("When numbers agree")
struct AgreementTests {
    @Test("A whole number without point accepts a billionth of itself, and never half")
    func whole() {
        #expect(agree("3", 3 + 9e-10))
        #expect(!agree("3", 3 + 9e-9))
        #expect(agree("1000000", 1_000_000.0009))
        #expect(!agree("100000000000", 100_000_000_000.5))
        #expect(agree("0", 5e-10))
    }

    @Test("With the cell's decimals or more, half a unit of the last one is accepted")
    func decimals() {
        #expect(agree("0.0900", 0.09003))
        #expect(!agree("0.0900", 0.09006))
        #expect(agree("0.0900", 0.09005))
        #expect(agree("11.652071455223", 11.6520714552234))
        #expect(!agree("11.652071455223", 11.65207145526))
    }

    @Test("With fewer decimals the number has to be exact")
    func fewDecimals() {
        #expect(agree("5.5", 5.5))
        #expect(agree("5.5", 5.500004))
        #expect(!agree("3.14", 3.14159))
        #expect(agree("3.14", 3.14159, digits: 2))
        #expect(!agree("3.", 3.4))
    }

    @Test("With an exponent the last digit is the mantissa's")
    func exponents() {
        #expect(agree("1.2346e-05", 1.23456e-05))
        #expect(!agree("1.2346e-05", 1.2347e-05))
        #expect(agree("1e-05", 1e-05))
        #expect(!agree("1e-05", 1.1e-05))
        #expect(!agree("1e-12", 0))
        #expect(agree("1.2346e+10", 1.23457e10))
    }

    @Test("Rounding beside a large entry is forgiven")
    func slack() {
        #expect(agree("0.", 1e-15, digits: 4))
        #expect(!agree("1e-13", 1e-7))
        #expect(agree("1e-13", 1e-7, slack: 1e-12 * 1e6))
    }

    @Test("nan agrees with nan only, inf with inf of the same sign")
    func special() {
        #expect(agree("nan", .nan))
        #expect(!agree("nan", 0))
        #expect(!agree("0", .nan))
        #expect(agree("inf", .infinity))
        #expect(!agree("-inf", .infinity))
        #expect(!agree("1e300", .infinity))
    }

    @Test("A number that is rounded to fewer decimals is told apart from a wrong one")
    func rounded() {
        func isRounded(_ text: String, _ value: Double) -> Bool {
            Agreement(digits: 4).isRounded(
                NumberText(text), ActualNumber(value: value, origin: .shown(.float64), slack: 1e-15))
        }
        #expect(isRounded("3.14", 3.14159))
        #expect(!isRounded("3.15", 3.14159))
        #expect(!isRounded("3", 3.14159))
    }

    @Test("A new number is written as the old one was, where that agrees")
    func rewriting() {
        func rewritten(_ text: String, _ value: Double) -> String {
            Agreement(digits: 4).rewritten(
                NumberText(text), as: ActualNumber(value: value, origin: .shown(.float64), slack: 1e-15))
        }
        #expect(rewritten("5.4", 5.5) == "5.5")
        #expect(rewritten("6.00", 5.5) == "5.50")
        #expect(rewritten("0.0901", 0.09003) == "0.0900")
        #expect(rewritten("11.652071455222", 11.652071455223) == "11.652071455223")
        #expect(rewritten("1.0e-05", 2e-05) == "2.0e-05")
        #expect(rewritten("3.", 4) == "4.")
        #expect(rewritten("3", 4) == "4")
        #expect(rewritten("0.1000", -1e-9) == "0.0000")
    }
}
