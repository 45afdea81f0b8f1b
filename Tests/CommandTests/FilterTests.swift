import Testing

@Suite("convlab filter")
final class FilterTests {
    let program = BuiltProgram()

    init() {
        program.write(
            "make.cl",
            """
            x = reshape(arange(60), (6, 10)) / 59
            save_png("a.png", x)
            save_png("b.png", stack([x, 1 - x, x**2]))
            save_png("c.png", x, bits=16)
            """)
        program.shell("$convlab run make.cl && mv out photos && cp photos/a.png photos/b.png .")
    }

    deinit { program.remove() }

    @Test("One picture into a file, quietly, and equal to what a program makes")
    func one() {
        program.write(
            "check.cl",
            """
            expected = conv2d(load_png("photos/b.png"), blur(3), padding=1, padding_mode="replicate")
            print(max(abs(load_png("soft.png") - expected)) <= 0.5 / 255 + 1e-12)
            """)
        let result = program.run("filter photos/b.png -k blur -o soft.png")
        #expect(result.status == 0)
        #expect(result.output == "" && result.errors == "")
        #expect(program.run("run check.cl").output == "True\n")
    }

    @Test("A folder into a folder, by the same names")
    func folder() {
        let result = program.run("filter photos -k sobel -o new/edges")
        #expect(result.output == "3 of 3 pictures filtered\n")
        #expect(program.shell("ls new/edges").output == "a.png\nb.png\nc.png\n")
    }

    @Test("Broken pictures are named, the others filtered, and the exit code is 65")
    func broken() {
        program.shell("head -c 60 photos/a.png > photos/cut.png; echo no > photos/text.png; : > photos/void.png")
        let result = program.run("filter photos missing.png -k edge -o edges")
        #expect(result.status == 65)
        #expect(result.output == "3 of 7 pictures filtered\n")
        for words in [
            "error[file-cut]: photos/cut.png:", "error[file-png]: photos/text.png:",
            "error[file-png]: photos/void.png:",
            "error[file-absent]: there is no file missing.png\n",
        ] { #expect(result.errors.contains(words), "\(words)") }
        #expect(program.shell("ls -A edges").output == "a.png\nb.png\nc.png\n")
    }

    @Test("Nothing is written where two results would bear one name, or an input would be lost")
    func refused() {
        let twice = program.run("filter a.png photos -k blur -o out2")
        #expect(twice.status == 64)
        #expect(twice.errors.contains("error[file-twice]: a.png and photos/a.png would both become out2/a.png"))
        #expect(program.run("filter photos -k blur -o photos").errors.contains("error[file-over]"))
        #expect(program.run("filter photos/a.png b.png -k blur -o .").errors.contains("error[file-over]"))
        #expect(program.run("filter photos -k blur -o soft.png").errors.contains("error[file-folder]"))
        #expect(program.run("filter a.png b.png -k blur -o photos/c.png").errors.contains("error[file-folder]"))
        #expect(program.run("filter a.png -k blur -o soft.jpg").errors.contains("error[file-png]"))
        #expect(program.shell("cmp a.png photos/a.png; ls").output == "a.png\nb.png\nmake.cl\nphotos\n")
    }

    @Test("A pair for --range may begin with a minus") func negativeRange() {
        #expect(program.run("filter a.png -k sobel-x --range -4,4 -o x.png").status == 0)
        #expect(program.run("filter a.png -k sobel-x --range '(-4, 4)' -o y.png").status == 0)
        #expect(program.shell("cmp x.png y.png").status == 0)
    }

    @Test("A picture is replaced where -o names it") func replaced() {
        #expect(program.run("filter a.png -k blur -o a.png").status == 0)
        #expect(program.shell("cmp -s a.png photos/a.png").status == 1)
        #expect(program.shell("ls -A | grep new").output == "")
    }

    @Test(
        "Mistaken names, sizes and ranges are usage",
        arguments: [
            ("-k gausian", "did you mean gaussian?"), ("-k Sobel", "did you mean sobel?"),
            ("-k sobel --size 5", "error[call-option]"),
            ("-k blur --size 0", "error[value-size]"), ("-k gaussian --sigma 0", "error[value-sigma]"),
            ("-k blur --range 1,0", "--range -1,1"), ("-k blur --padding mirror", "padding"),
            ("-k 'blur(5)'", "= write -k blur --size 5"), ("-k '[[1, 2]]'", "the last line of a file"),
        ])
    func usage(options: String, words: String) {
        let result = program.run("filter a.png \(options) -o x.png")
        #expect(result.status == 64)
        #expect(result.errors.contains(words), "\(result.errors)")
    }

    @Test("A full disk leaves neither half a file nor a temporary one")
    func unwritable() {
        let result = program.shell("ulimit -f 0; trap '' XFSZ; $convlab filter photos/b.png -k blur -o soft.png")
        #expect(result.status == 65)
        #expect(program.shell("ls -A | grep soft").output == "")
    }

    @Test("The last value of a program is the kernel, or a function of each image")
    func programs() {
        program.write("kernel.cl", "k = [[1, 2, 1]] / 4\n")
        program.write("function.cl", "# Half\n\n```cl\nhalf(x) = max_pool2d(x, 2) / 2\nhalf\n```\n")
        program.write(
            "check.cl",
            """
            k = conv2d(load_png("photos/c.png"), [[1, 2, 1]] / 4, padding="same", padding_mode="circular")
            print(max(abs(load_png("smooth.png") - k)) <= 0.5 / 65535 + 1e-12)
            h = max_pool2d(load_png("photos/b.png"), 2) / 2
            print(max(abs(load_png("halves/b.png") - h)) <= 0.5 / 255 + 1e-12)
            """)
        #expect(program.run("filter photos/c.png -k kernel.cl --padding circular -o smooth.png").status == 0)
        #expect(program.run("filter photos -k function.cl -o halves").output == "3 of 3 pictures filtered\n")
        #expect(program.run("run check.cl").output == "True\nTrue\n")
    }

    @Test("A program that fails, or says nothing about filtering")
    func mistakenPrograms() {
        program.write("word.cl", "\"blur\"\n")
        program.write("wrong.cl", "k = [1, 2] @ [3, 4, 5]\n")
        program.write("text.cl", "x -> \"soft\"\n")
        program.write("row.cl", "[1, 2, 1]\n")
        let word = program.run("filter a.png -k word.cl -o x.png")
        #expect(word.status == 1)
        #expect(word.errors.contains("error[type-filter]: the last value of word.cl is a string"))
        #expect(program.run("filter a.png -k wrong.cl -o x.png").errors.contains("--> wrong.cl:1:12"))
        #expect(program.run("filter a.png -k row.cl -o x.png").errors.contains("error[shape-kernel]"))
        let text = program.run("filter a.png b.png -k text.cl -o out2")
        #expect(text.status == 65)
        #expect(text.errors.contains("error[type-filter]: b.png: the function gave a string"))
        #expect(program.run("filter a.png -k absent.cl -o x.png").status == 65)
        #expect(program.run("filter a.png -k word.cl --size 3 -o x.png").errors.contains("error[call-option]"))
    }

    @Test("Alpha stays beside what a function makes of the colours, while sizes agree")
    func alpha() {
        program.write(
            "alpha.cl",
            "x = reshape(arange(60), (6, 10)) / 59\nsave_png(\"alpha.png\", stack([x, 1 - x, x, 1 - x**3]))")
        program.write("function.cl", "x -> 1 - x\n")
        program.write("smaller.cl", "x -> x[:, 1:, 1:]\n")
        program.write(
            "check.cl",
            "a = load_png(\"out/alpha.png\")\nb = load_png(\"b.png\")\nprint(allclose(a[3], b[3]), allclose(1 - a[:3], b[:3]))"
        )
        #expect(program.run("run alpha.cl").status == 0)
        #expect(program.run("filter out/alpha.png -k function.cl -o b.png").status == 0)
        #expect(program.run("run check.cl").output == "True True\n")
        let smaller = program.run("filter out/alpha.png -k smaller.cl -o c.png")
        #expect(smaller.status == 65)
        #expect(smaller.errors.contains("error[shape-image]: out/alpha.png: the function gave (3, 5, 9)"))
    }
}
