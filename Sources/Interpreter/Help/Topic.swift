/// A form of the language, for people who look for it by words.
package struct Topic: Sendable {
    package let name: String
    package let summary: String
    /// A program that runs, with its results.
    package let example: String
    let words: String

    private init(_ name: String, _ summary: String, words: String, _ example: String) {
        self.name = name
        self.summary = summary
        self.words = words
        self.example = example
    }

    package static func named(_ name: String) -> Topic? { all.first { $0.name == name } }

    /// The topic that a word of the language belongs to: `while`, `def`.
    static func of(keyword: String) -> Topic? { keywords[keyword].flatMap(named) }

    private static let keywords = [
        "def": "functions", "return": "functions", "lambda": "functions", "->": "functions", "|>": "functions",
        "for": "loops", "while": "loops", "break": "loops", "continue": "loops", "in": "loops",
        "if": "conditions", "elif": "conditions", "else": "conditions", "and": "conditions", "or": "conditions",
        "not": "conditions", "True": "conditions", "False": "conditions", "expect": "lessons", "#>": "lessons",
    ]

    package var page: String {
        let program = example.split(separator: "\n", omittingEmptySubsequences: false).map { "    " + $0 }
        return "\(name)\n\n    \(summary)\n\n" + program.joined(separator: "\n") + "\n"
    }

    package static let all: [Topic] = [
        Topic(
            "functions", "A definition is written as on a slide, with def and a block, or without a name.",
            words: "define function def lambda arrow return parameters default write my own",
            """
            f(x, y) = x**2 + y
            def norm2(v):
                return sqrt(sum(v**2))
            square = x -> x**2
            (f(2, 1), norm2([3, 4]), square(5))    #> (5, 5, 25)
            """),
        Topic(
            "loops", "for runs over items, rows, characters, keys or a range; while runs as long as a condition holds.",
            words: "for while loop iterate repeat break continue each row",
            """
            total = 0
            for i in range(4): total += i
            total                              #> 6
            while total > 1: total = total / 2
            total                              #> 0.75
            """),
        Topic(
            "conditions", "if, elif and else choose; and, or and not join; a if c else b is a value.",
            words: "if else elif condition compare branch choose and or not",
            """
            x = -3
            if x > 0: print("positive")
            elif x == 0: print("zero")
            else: print("negative")
            #> negative
            x if x > 0 else 0                  #> 0
            """),
        Topic(
            "plots", "Numbers and pictures are drawn on the terminal, or with save= in a file of SVG or PNG.",
            words: "draw plot chart curve figure diagram matplotlib pyplot axes title legend log scale save svg png window",
            """
            x = linspace(0, 2, 21)
            plot(x, {"square": x**2, "root": sqrt(x)}, title="Two functions", xlabel="x", ylabel="y")
            #> plot of 2 lines, 21 points, x 0 to 2, y 0 to 4
            plot(exp(x), yscale="log", ylim=(1, 10), save="growth.svg")
            #> saved growth.svg: plot of 1 line, 21 points, x 0 to 20, y 1 to 7.3891
            hist(x**2, bins=4)             #> histogram of 21 values, 4 bins from 0 to 4, highest 10
            heatmap(sobel_x(), range="signed")          #> heatmap 3x3, colors from -2 to 2
            montage({"blur": blur(), "edge": edge()}, range="signed")
            #> montage of 2 images 3x3 in 1 row, 0 clipped
            """),
        Topic(
            "comprehensions", "A list is made from a loop in brackets; numbers make a tensor.",
            words: "list comprehension build collect for in brackets",
            """
            [n**2 for n in range(5) if n != 2]      #> [0, 1, 9, 16]
            sum(n for n in range(5))                #> 10
            """),
        Topic(
            "indexing", "Entries, rows, columns, parts, steps, masks and lists of positions, as in NumPy.",
            words: "index slice row column element entry part mask select subset pick range crop cut",
            """
            A = [[1, 2, 3], [4, 5, 6]]
            A[0, 2]        #> 3
            A[1]           #> [4, 5, 6]
            A[:, 0]        #> [1, 4]
            A[:, 1:]       #> [[2, 3], [5, 6]]
            A[A > 4]       #> [5, 6]
            A[:, ::-1]     #> [[3, 2, 1], [6, 5, 4]]
            """),
        Topic(
            "broadcasting", "An axis of size 1, or one that is missing in front, stretches to the other side's.",
            words: "broadcast stretch different shapes add row vector to matrix column",
            """
            A = [[1, 2], [3, 4]]
            A + [10, 20]              #> [[11, 22], [13, 24]]
            A + [[10], [20]]          #> [[11, 12], [23, 24]]
            """),
        Topic(
            "trees", "Tuples, lists and dicts of numbers and tensors do arithmetic, item by item.",
            words: "tuple dict tree parameters arithmetic weights update nested",
            """
            p = {"W": [1, 2], "b": 3}
            g = {"W": [10, 10], "b": 20}
            p - 0.1 * g               #> {"W": [0, 1], "b": 1}
            """),
        Topic(
            "strings", "Texts stand between quotes; an f-string puts values and their formats into one.",
            words: "text string format f-string quotes decimals print",
            """
            n = 3
            f"{n} images, {n / 7:.1%}"    #> "3 images, 42.9%"
            "a,b".split(",")              #> ["a", "b"]
            """),
        Topic(
            "lessons", "A lesson is a Markdown file with programs between ```cl and ```; #> states a result.",
            words: "lesson file cell markdown result test exercise expect check #>",
            """
            2 + 2              #> 4
            expect 2 + 2 == 4
            """),
    ]
}
