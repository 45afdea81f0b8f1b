import Literate
import Terminal
import Testing

private let text = """
    ---
    title: A lesson
    ---
    Some *prose*.

    ```cl {id=sums}
    # a comment
    x = [1, 2]
    sum(x)  #> 3

    print("a"); print("b")
    #> b
    sum(x) + 1
    #> 5
    1 + 1
    ```
    ```cl
    x @ [1, 2, 3]
    y = 1
    ```
    ```cl
    y
    ```

    """

@Suite("A lesson is shown with fresh results")
struct LessonPrinterTests {
    @Test("In a log, as the file has it")
    func log() throws {
        let shown = try printed(text, .file)
        let expected = """
            ---
            title: A lesson
            ---
            Some *prose*.

            ```cl {id=sums}
            # a comment
            x = [1, 2]
            sum(x)  #> 3  ✓

            print("a"); print("b")
            #> a
            #> b  ✓
            sum(x) + 1
            #> 4  ✗
            # ✗ line 14: expected 5, got 4
            1 + 1
            #> 2
            ```
            ```cl
            x @ [1, 2, 3]

            """
        #expect(shown.hasPrefix(expected), "\(shown)")
        #expect(shown.contains("error[shape-matmul]"))
        #expect(shown.contains("# not run: depends on cell 2\n"))
        #expect(shown.hasSuffix("\n2 of 3 results agree; 1 differs; 1 error; 1 cell did not run\n"))
    }

    @Test("On a terminal, set for reading")
    func terminal() throws {
        let shown = try printed(text, .terminal(width: 80))
        let expected = """
            A lesson
            ════════

            Some prose.

              │ # a comment
              │ x = [1, 2]
              │ sum(x)
              ✓ 3
              │
              │ print("a"); print("b")
              → a
              ✓ b
              │ sum(x) + 1
              ✗ 4
                ✗ line 14: expected 5, got 4
              │ 1 + 1
              → 2

              │ x @ [1, 2, 3]

            """
        #expect(shown.hasPrefix(expected), "\(shown)")
    }

    @Test("Results at the ends of lines stay where the source aligned them")
    func alignment() throws {
        let text = "# A\n```cl\nx = 2    # two  #>~ 1\nx + 1          #> 3\nx + 10         #> 13\nx#> 2\n```\n"
        let shown = try printed(text, .file)
        #expect(shown.contains("\nx + 1          #> 3  ✓\nx + 10         #> 12  ✗\n"), "\(shown)")
        #expect(shown.contains("\nx#> 2  ✓\n"))
    }

    @Test("An expected error is shown whole")
    func wholeMessage() throws {
        let text = "# A\n```cl\n[1, 2] @ [1, 2, 3]\n#! shape-matmul\n```\n"
        let lines = """
            [1, 2] @ [1, 2, 3]
            #! shape-matmul: the inner sizes differ: 2 and 3
            #! @ needs as many columns on its left as rows on its right  ✓

            """
        let shown = try printed(text, .file)
        #expect(shown.contains(lines), "\(shown)")
        // and can be put into the lesson as it is shown
        #expect(try run("# A\n```cl\n" + lines.replacing("  ✓", with: "") + "```\n").isGood)
        #expect(try printed(text, .terminal(width: 80)).contains("✓ shape-matmul: the inner sizes differ: 2 and 3\n    @ needs"))
    }

    private static let tested = """
        # A
        ```cl {exercise=double}
        double(x) = 3 * x
        ```
        ```cl {test=double hidden name="even"}
        double(0)  #> 0
        ```
        ```cl {test=double hidden name="odd"}
        double(3)  #> 6
        ```
        ```solution {for=double}
        double(x) = 2 * x
        ```

        """

    @Test("Of a hidden test nothing but name and verdict is shown")
    func hiddenTests() throws {
        let shown = try printed(Self.tested, .file)
        #expect(
            shown.contains(
                """
                ```cl {test=double hidden name="odd"}
                # test of double: odd (hidden)  ✗
                ```

                """), "\(shown)")
        #expect(shown.contains("# test of double: even (hidden)  ✓\n"))
        #expect(!shown.contains("double(3)"))
        #expect(!shown.contains("expected"))
        let terminal = try printed(Self.tested, .terminal(width: 80))
        #expect(terminal.contains("  test of double: odd (hidden)  ✗\n"), "\(terminal)")
        #expect(!terminal.contains("double(3)"))
    }

    @Test("With the solutions, hidden tests are shown as well")
    func solutions() throws {
        var options = RunOptions()
        options.withSolutions = true
        #expect(try printed(Self.tested, .file, options).contains("double(3)  #> 6  ✓\n"))
    }

    @Test("On a terminal a cell says which slides it belongs to")
    func slides() throws {
        let text = "# A\n```cl {slide=\"S1-44 S1-46\"}\n1 + 1  #> 2\n```\n"
        #expect(try printed(text, .terminal(width: 80)).contains("\n  S1-44 S1-46\n  │ 1 + 1\n"))
    }
}
