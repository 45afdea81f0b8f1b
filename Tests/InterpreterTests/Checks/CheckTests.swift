import Interpreter
import Literate
import Testing

private let setting = "k = [[1, 2, 1], [0, 5, 0], [1, 0, 2]]\ng = rand(30, 45)\n"

@Suite("check computes both sides of a law everywhere")
struct CheckTests {
    @Test(
        "Verdicts",
        arguments: [
            (
                "shift_equivariant(im -> conv2d(im, k, padding=1), g, shift=(1, 3))",
                "holds except rows 0, 29 and columns 2, 44"
            ),
            (
                "shift_equivariant(im -> conv2d(im, k, padding=1, padding_mode=\"circular\"), g, shift=(1, 3), wrap=True)",
                "holds"
            ),
            (
                "shift_equivariant(im -> conv2d(im, k, padding=1), stack([g, g]), shift=(2, 0))",
                "holds except rows 1, 29"
            ),
            ("shift_equivariant(x -> conv1d(x, [1, 2, 1], padding=1), rand(20), shift=1)", "holds except places 0, 19"),
            (
                "shift_equivariant(im -> conv2d(im, ones(7, 7), padding=3), g, shift=(3, 0))",
                "holds except rows 0..2, 27..29"
            ),
            ("shift_invariant(x -> max(x), [0, 3, 1, 0])", "holds"),
            ("linear(x -> conv2d(x, k), g, rand(30, 45))", "holds"),
            ("linear(x -> (x, 2 * x), g, rand(30, 45))", "holds"),
            ("linear(x -> x + 1, 1, 2)", "fails: -3 differs from -5; f(0) is not 0"),
            ("commutes(relu, x -> max_pool2d(x, 2), g - 0.5)", "holds"),
            ("commutes(x -> x + 1, x -> 2*x, 3)", "fails: 7 differs from 8"),
            ("adjoint(x -> conv2d(x, k), y -> conv_transpose2d(y, k), g, rand(28, 43))", "holds"),
            ("adjoint(x -> x, y -> y, ones(2), ones(3))", "fails: f(x) is (2,), but y is (3,)"),
            ("adjoint(x -> 2 * x, y -> y, ones(2), ones(2))", "fails: dot(f(x), y) is 4 and dot(x, g(y)) is 2"),
            ("same_function(x -> log(x**2), x -> 2 * log(x))", "holds"),
            ("same_function((x, y) -> (x + y)**2, (x, y) -> x**2 + 2*x*y + y**2)", "holds"),
            ("same_function(x -> x @ x, x -> sum(x**2), shape=(4,))", "holds"),
            ("same_function(relu, x -> maximum(x, 0))", "holds"),
            (
                "same_function(x -> log(x), x -> log(-x))",
                "fails: only 0 of 2000 random points lie where both have values"
            ),
        ])
    func verdict(_ check: String, _ verdict: String) throws {
        #expect(try shownText(setting + "check " + check) == verdict)
    }

    @Test("What is scattered fails") func scattered() throws {
        #expect(try shownText(setting + "check shift_equivariant(im -> max_pool2d(im, 2), g)").hasPrefix("fails: "))
        #expect(try shownText("check same_function(x -> x, x -> abs(x))").hasPrefix("fails: at "))
    }

    @Test("A check counts as a result, and so does an exception that is stated") func counts() throws {
        let program = setting + "check shift_equivariant(im -> conv2d(im, k, padding=1), g, shift=(1, 3))"
        #expect(try run(program).isGood == false)
        #expect(try run(program + "\n#> holds except rows 0, 29 and columns 2, 44").isGood)
        #expect(try run("check commutes(relu, relu, 3)").checkCount == 1)
    }

    @Test("In a loop a check counts once, and the cell goes on") func loops() throws {
        let report = try run("for i in range(3):\n    expect i < 2\n    agree i, i\nif 1 > 2: expect 1 == 2\n1 + 1 #> 2")
        #expect(report.summary.sentence == "2 of 4 results agree; 1 differs; 1 was not reached")
        #expect(report.rendered == "line 2: `i < 2` is False\n")
    }

    @Test("A check draws no random numbers of the lesson") func randomness() throws {
        #expect(try run("seed(1); a = rand(3)\nseed(1)\ncheck same_function(relu, relu)\nexpect rand(3) == a").isGood)
    }

    @Test("An unknown check is found before anything runs") func unknown() throws {
        let report = try run("print(1)\nfor i in range(2): check lineer(relu, 1, 2)")
        #expect(report.cells[0].errors.map(\.sentence) == ["there is no check `lineer`"])
        #expect(report.cells[0].errors[0].advice == [.didYouMean("linear")])
        #expect(
            report.cells[0].errors[0].reasons == [
                "the checks are shift_equivariant, shift_invariant, linear, commutes, adjoint, same_function"
            ])
        #expect(report.cells[0].statements.allSatisfy { $0.text.isEmpty })
    }

    @Test("Wrong arguments are errors with the signature") func arguments() throws {
        #expect(try run("check linear(relu)").cells[0].errors.map(\.code) == ["call-missing"])
        #expect(try run("check linear(relu, 1, 2, shift=3)").cells[0].errors.map(\.code) == ["call-keyword"])
        #expect(try run("check same_function((x, y) -> x, x -> x)").cells[0].errors.map(\.code) == ["type-argument"])
        #expect(try run("check linear(3, 1, 2)").cells[0].errors.map(\.code) == ["type-argument"])
    }

    @Test("Every check has examples that run", arguments: Builtin.checks.flatMap(\.examples)) func examples(
        _ program: String
    ) throws {
        let report = try run(program)
        #expect(report.isGood, "\(report.rendered)")
        #expect(report.checkCount > 0)
    }

    @Test("Help has a page for each") func help() throws {
        #expect(try shownText("help(\"linear\")").hasPrefix("check linear(f, x, y, a=2, b=-3)\n"))
        let list = try shownText("help(\"checks\")")
        for check in Builtin.checks { #expect(list.contains("check " + check.signature)) }
    }
}
