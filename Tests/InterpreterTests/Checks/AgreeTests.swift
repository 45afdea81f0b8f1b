import Interpreter
import Literate
import Testing

/// What a program shows, statement by statement.
func shownText(_ program: String) throws -> String {
    try run(program).cells.flatMap(\.statements).map(\.text).filter { !$0.isEmpty }.joined(separator: "\n")
}

@Suite("agree shows values side by side")
struct AgreeTests {
    @Test("Sources, values, one verdict") func agreeing() throws {
        #expect(
            try shownText("agree 5.5, 5.49999999, 5.5") == """
                5.5  5.49999999  5.5
                5.5  5.5000      5.5
                agree
                """)
    }

    @Test("The two that are farthest apart") func differing() throws {
        #expect(
            try shownText("a = [[1, 2], [3, 4]]\nagree a, [[1, 2.5], [3, 4]], a") == """
                a                 [[1, 2.5], [3, 4]]  a
                [[1, 2], [3, 4]]  [[1, 2.5], [3, 4]]  [[1, 2], [3, 4]]
                differ: 2 and 2.5 at [0, 1]
                """)
    }

    @Test("Of many elements the worst six") func many() throws {
        #expect(
            try shownText("x = arange(8)\nagree x, 1.5 * x") == """
                element  x  1.5 * x
                [7]      7  10.5
                [6]      6  9
                [5]      5  7.5
                [4]      4  6
                [3]      3  4.5
                [2]      2  3
                differ: 7 and 10.5 at [7]
                """)
    }

    @Test("Shapes and trees") func shapes() throws {
        #expect(try shownText("agree ones(3), ones(2)").hasSuffix("\ndiffer: (3,) and (2,)"))
        #expect(
            try shownText("agree {\"a\": 1, \"b\": [1, 2, 3]}, {\"a\": 1, \"b\": [1, 2, 4]}").hasSuffix(
                "\ndiffer: 3 and 4 at .b[2]"))
        #expect(try shownText("agree (1, [2, 3]), (1, [2, 3])").hasSuffix("\nagree"))
    }

    @Test("An absolute bound") func within() throws {
        #expect(try shownText("agree 1, 1.4 within 0.5").hasSuffix("\nagree"))
        #expect(try shownText("agree 1e9, 1e9 + 1 within 0.5").hasSuffix("\ndiffer: 1000000000 and 1000000001"))
    }

    @Test("Numbers that are shown alike are told apart") func alike() throws {
        #expect(try shownText("agree 1, 1.000003").hasSuffix("\ndiffer: 1 and 1.000003"))
    }

    @Test("Without a result below, the verdict is what counts") func verdict() throws {
        let report = try run("agree 1, 1\nagree [1, 2, 3], [2, 4, 6]\n1 + 1 #> 2")
        #expect(report.checkCount == 3)
        #expect(
            report.rendered
                == "line 2: [1, 2, 3] and [2, 4, 6] do not agree: 3 of 3 elements differ, most at [2]: 3 and 6; yours is 2 times too small\n"
        )
    }

    @Test("With one, the numbers in the text are compared, and a mismatch says why") func result() throws {
        #expect(try run("agree 1, 2\n#> 1 2\n#> 1 2\n#> differ: 1 and 2").isGood)
        let mismatch = try run("agree 1, 2\n#> 1 2\n#> 1 2\n#> agree").cells[0].checks[0].mismatch
        #expect(mismatch?.sentence == "expected agree, got differ: 1 and 2")
        #expect(mismatch?.reasons == ["1 and 2 do not agree: 1 differs from 2"])
    }

    @Test("Only numbers can agree") func kinds() throws {
        #expect(try run("agree \"a\", \"b\"").cells[0].errors.map(\.code) == ["type-argument"])
        #expect(try run("agree 1, 2 within \"a\"").cells[0].errors.map(\.code) == ["type-truth"])
    }
}
