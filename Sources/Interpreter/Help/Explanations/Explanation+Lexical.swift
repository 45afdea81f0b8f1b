extension Explanation {
    /// Characters that are no program.
    static let lexical: [Explanation] = [
        Explanation(
            "lex-bracket", "A closing bracket does not fit the last one that was opened, or one is never closed.",
            from: "Python.",
            #"""
            ```cl
            (1 + 2]
            #! lex-bracket: ] cannot close (
            ```

            Every bracket is closed by its own kind, in reverse order. If the message points at the opening bracket, its
            partner is missing further down:

            ```cl
            (1 + 2)    #> 3
            ```
            """#),
        Explanation(
            "lex-character", "A character stands where it means nothing.",
            from: "Python's alphabet, with letters of every language in names.",
            #"""
            ```cl
            price = 3 $
            #! lex-character: $ means nothing here
            ```

            Take it out, or put it between quotes, where every character is text:

            ```cl
            price = "3 $"
            price      #> "3 $"
            α = 0.5
            2 * α      #> 1
            ```
            """#),
        Explanation(
            "lex-format", "A brace of an f-string has no partner, or what follows the `!` is no conversion.",
            from: "Python's f-strings.",
            #"""
            ```cl
            n = 5
            f"n} = {n}"
            #! lex-format: a } in an f-string stands without its {
            ```

            A brace that is text is written twice:

            ```cl
            n = 5
            f"n}} = {n}"    #> "n} = 5"
            ```
            """#),
        Explanation(
            "lex-indent", "A line is indented like no line before it, or tabs and blanks are mixed.",
            from: "Python.",
            #"""
            ```text
            if 1 < 2:
                    print("deep")
                print("less")
            error[lex-indent]: this line is indented less than the block above, but like no line before the block
            ```

            All lines of a block begin in the same column:

            ```cl
            if 1 < 2:
                print("deep")
                print("as deep")
            #> deep
            #> as deep
            ```
            """#),
        Explanation(
            "lex-number", "A number is spelled in a way that no number is.",
            from: "Python's numbers; mathematics alone leaves the sign of a product out.",
            #"""
            ```cl
            x = 3
            2x
            #! lex-number: the number 2 runs into the name x
            ```

            A product is written with `*`:

            ```cl
            x = 3
            2*x          #> 6
            1_000_000    #> 1000000
            2.5e-3       #> 0.0025
            ```

            A method of a number needs parentheses, since the point would be its decimal point: `(2).sqrt()`.
            """#),
        Explanation(
            "lex-pasted", "A character came along with copied text and only looks like the one that is meant.",
            from: "slides and PDF files, which set `-` as a minus sign and quotes in pairs.",
            #"""
            ```cl
            3 − 1
            #! lex-pasted: is spelled -
            ```

            Type the character again:

            ```cl
            3 - 1    #> 2
            ```

            The same goes for `×` (write `*`), for typeset quotes, and for blanks of special widths.
            """#),
        Explanation(
            "lex-string", "A text does not end where it must, or an escape in it is not complete.",
            from: "Python.",
            #"""
            ```cl
            name = "chelsea.png
            #! lex-string: does not end on its line
            ```

            Close it with the quote that opened it; a text over several lines stands between three quotes:

            ```cl
            name = "chelsea.png"
            name    #> "chelsea.png"
            len("""one
            two""")    #> 7
            ```
            """#),
    ]
}
