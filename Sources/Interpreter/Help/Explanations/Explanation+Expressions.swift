extension Explanation {
    /// Forms of expressions.
    static let expressions: [Explanation] = [
        Explanation(
            "syntax-expression", "Something is missing in an expression, or two things stand side by side.",
            from: "Python.",
            #"""
            ```cl
            x = 3 4
            #! syntax-expression
            ```

            A comma, a sign or a new line belongs between them:

            ```cl
            x = (3, 4)
            x        #> (3, 4)
            3 * 4    #> 12
            ```

            A comment begins with `#`; `//` divides to whole numbers. `true` is spelled `True`, and `print` is a function:
            `print(x)`.
            """#),
        Explanation(
            "syntax-operator", "This sign is an operator in another language, or needs parentheses here.",
            from: "Python's operators; C, MATLAB and mathematics have others.",
            #"""
            ```cl
            2^10
            #! syntax-operator: a power is written **
            ```

            | you wrote | write |
            |---|---|
            | `a ^ b` | `a ** b` |
            | `a && b`, `a || b`, `!a` | `a and b`, `a or b`, `not a` |
            | `a != b`, `a <> b`, `a ~= b` | `a != b` |
            | `i++` | `i += 1` |

            ```cl
            2**10                  #> 1024
            1 < 2 and not 2 < 1    #> True
            ```
            """#),
        Explanation(
            "syntax-conditional", "A choice between two values lacks one of them.", from: "Python's `a if c else b`.",
            #"""
            ```cl
            x = -2
            y = x if x > 0
            #! syntax-conditional
            ```

            A value is needed in both cases:

            ```cl
            x = -2
            x if x > 0 else 0    #> 0
            ```

            In a comprehension an `if` behind the `for` chooses items and has no `else`; a choice stands in front:

            ```cl
            [a for a in [1, -2, 3] if a > 0]             #> [1, 3]
            [a if a > 0 else 0 for a in [1, -2, 3]]      #> [1, 0, 3]
            ```
            """#),
        Explanation(
            "syntax-dictionary", "Between braces stands something that is no `key: value`.",
            from: "Python, without its sets.",
            #"""
            ```cl
            {1, 2, 2}
            #! syntax-dictionary: there are no sets
            ```

            ```cl
            unique([1, 2, 2])       #> [1, 2]
            d = {"W": 3, "b": 1}
            d.W                     #> 3
            ```
            """#),
        Explanation(
            "syntax-access", "An index or a field is empty.", from: "Python.",
            #"""
            ```cl
            x = [1, 2, 3]
            x[]
            #! syntax-access
            ```

            ```cl
            x = [1, 2, 3]
            x[0]     #> 1
            x[:]     #> [1, 2, 3]
            ```
            """#),
        Explanation(
            "syntax-result", "A `#>` stands where no statement ends.", from: "the lesson files of this language.",
            #"""
            ```text
            error[syntax-result]: a result cannot stand inside an indented block
            ```

            What a loop prints is the result of the whole loop, so its `#>` stands below it, at the left margin:

            ```cl
            for i in range(2):
                print(i)
            #> 0
            #> 1
            ```
            """#),
        Explanation(
            "syntax-command", "A command of the prompt needs something behind it.", from: "the prompt.",
            #"""
            ```text
            error[syntax-command]: :save needs a file
            ```

            `:save mine.cl` writes the session, `:type x` tells what x is. `:help` lists all commands.
            """#),
    ]

    /// Front matter and fence lines.
    static let lessonFiles: [Explanation] = [
        Explanation(
            "syntax-front-matter", "The lines between the two `---` at the top of a lesson are not `key: value`.",
            from: "the lesson files of this language; Markdown tools write the same.",
            #"""
            ```text
            error[syntax-front-matter]: the front matter has no closing ---
            ```

            The keys are `title`, `digits`, `seed`, `dtype` and `convlab`:

            ```text
            ---
            title: Pooling
            digits: 4
            seed: 5
            ---
            ```
            """#),
        Explanation(
            "syntax-attribute", "What stands in the braces of a fence line is not known, or not complete.",
            from: "the lesson files of this language.",
            #"""
            ```text
            error[syntax-attribute]: there is no key ide
             --> lesson.cl:5:8
              = did you mean id
            ```

            An attribute is `key`, `key=word` or `key="text"`. A cell takes `id slide digits predict`, an exercise
            `exercise`, a test `test points name hidden credit`, hints and solutions `for` and `after`.
            """#),
        Explanation(
            "syntax-hidden-test", "A hidden test holds a check that would give its secret away.",
            from: "the lesson files of this language.",
            #"""
            ```text
            error[syntax-hidden-test]: a hidden test holds statements and #> only
            ```

            Write the call and its result as a `#>` line; `expect`, `agree` and `check` would print what they compare.
            """#),
        Explanation(
            "name-repeated", "Two cells, tests or exercises of a lesson have the same name.",
            from: "the lesson files of this language.",
            #"""
            ```text
            error[name-repeated]: the id pool already stands at line 12
            ```

            Give each `id=`, `exercise=` and test `name=` once.
            """#),
        Explanation(
            "name-exercise", "A test, a hint or a solution names an exercise that the lesson does not have.",
            from: "the lesson files of this language.",
            #"""
            ```text
            error[name-exercise]: there is no exercise pol1d
              = did you mean pool1d
            ```

            The word behind `test=` or `for=` is that of a cell with `exercise=`.
            """#),
    ]
}
