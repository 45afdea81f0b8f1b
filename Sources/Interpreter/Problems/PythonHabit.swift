/// What Python has and the language has not, each with what to write here.
///
/// A name or a method stands here only if nothing here bears it: what the program or the library defines comes first.
enum PythonHabit {
    /// What does the work of a builtin or a module of Python.
    static func instead(ofName name: String) -> String? { names[name] }

    /// What does the work of a method, on a receiver of this kind.
    static func instead(ofMethod method: String, on kind: String) -> String? {
        switch kind {
        case "a string": ofTexts[method]
        case "a dict": ofDicts[method]
        default: ofSequences[method]
        }
    }

    private static let names = pythonNames.merging(plotNames) { $1 }

    /// What matplotlib does by statements after the plot is said in the plot's own call here.
    private static let plotNames = [
        "plt": "plots are built in, without a module: plot(x, y, title=\"...\", save=\"name.png\")",
        "pyplot": "plots are built in, without a module: plot(x, y, title=\"...\", save=\"name.png\")",
        "matplotlib": "plots are built in, without a module: plot(x, y, title=\"...\", save=\"name.png\")",
        "savefig": "a plot is written where it is made: plot(x, y, save=\"name.svg\")",
        "legend": "labels make the legend: plot(x, {\"name\": y})",
        "title": "a plot takes it by name: plot(x, y, title=\"...\")",
        "xlabel": "a plot takes it by name: plot(x, y, xlabel=\"...\")",
        "ylabel": "a plot takes it by name: plot(x, y, ylabel=\"...\")",
        "xlim": "a plot takes it by name: plot(x, y, xlim=(0, 1))",
        "ylim": "a plot takes it by name: plot(x, y, ylim=(0, 1))",
        "figure": "every plot is a figure of its own: plot(x, y)",
        "subplot": "montage puts images side by side, plot(x, (y1, y2)) lines into one picture",
        "subplots": "montage puts images side by side, plot(x, (y1, y2)) lines into one picture",
        "semilogx": "a scale is named: plot(x, y, xscale=\"log\")",
        "semilogy": "a scale is named: plot(x, y, yscale=\"log\")",
        "loglog": "scales are named: plot(x, y, xscale=\"log\", yscale=\"log\")",
        "imshow": "show(image) shows a picture, heatmap(A) a matrix as colors",
        "imread": "load_png(path) reads a picture",
        "imwrite": "save_png(path, image) writes a picture",
        "histogram": "hist(x, bins=10) counts and draws",
        "bar": "hist(x, bins=10) draws bars of counts, plot(x, y) any other numbers",
        "colorbar": "heatmap(A) draws it beside the matrix",
    ]

    private static let pythonNames = [
        "input": "a program asks nothing while it runs: assign the value, n = 5",
        "type": "every value shows what it is; x.shape and x.dtype describe a tensor",
        "isinstance": "every value shows what it is; x.shape and x.dtype describe a tensor",
        "set": "unique(x) gives every value of a tensor once",
        "frozenset": "unique(x) gives every value of a tensor once",
        "filter": "a comprehension picks: [x for x in xs if x > 0]",
        "pow": "a power is written a ** b",
        "divmod": "both are operators: (a // b, a % b)",
        "open": "pictures are read with load_png and written with save_png; there are no other files",
        "hex": "a format writes it: f\"{n:x}\"",
        "oct": "a format writes it: f\"{n:o}\"",
        "bin": "a format writes it: f\"{n:b}\"",
        "repr": "str(x) is the text that print writes",
        "format": "a format is written in the string: f\"{x:.2f}\"",
        "iter": "a for loop runs over the value itself",
        "next": "a for loop runs over the value itself",
        "exit": "a program ends with its last line",
        "math": "its functions are built in, without a module: sqrt(2), sin(1), floor(2.5), pi, e",
        "random": "its functions are built in, without a module: rand(3), randint(1, 7, 3), choice(xs), seed(0)",
        "statistics": "its functions are built in, without a module: mean(x), median(x), var(x), std(x)",
        "itertools": "loops in one another, or comprehensions with two fors, run over all pairs",
    ]

    private static let ofTexts = [
        "format": "a format is written in the string: f\"{x} and {y:.2f}\"",
        "index": "find(part) gives the position, or -1",
        "rfind": "find(part) gives the first position, or -1",
        "append": "strings are joined with +",
        "splitlines": "split(\"\\n\") gives the lines",
    ]

    private static let ofDicts = [
        "pop": "read d[key]; then d = {k: v for k, v in d.items() if k != key} is the dict without it",
        "has_key": "key in d says whether it is there",
        "copy": "nothing has to be copied: values are never shared",
        "setdefault": "d[key] = d.get(key, value)",
    ]

    private static let ofSequences = [
        "pop": "the last item is x[-1]; then x = x[:-1] is the rest",
        "index": "argmax(x == v) is the first position of v",
        "count": "count_nonzero(x == v) counts them",
        "copy": "nothing has to be copied: values are never shared",
        "tolist": "nothing has to be converted: a tensor is used as a list is",
    ]
}
