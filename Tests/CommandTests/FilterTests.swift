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
            "error[file-cut]: photos/cut.png:", "error[file-png]: photos/text.png:", "error[file-png]: photos/void.png:",
            "error[file-absent]: there is no file missing.png",
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

    @Test("A picture is replaced where -o names it") func replaced() {
        #expect(program.run("filter a.png -k blur -o a.png").status == 0)
        #expect(program.shell("cmp -s a.png photos/a.png").status == 1)
        #expect(program.shell("ls -A | grep new").output == "")
    }

    @Test("Mistaken names, sizes and ranges are usage", arguments: [
        ("-k gausian", "did you mean gaussian?"), ("-k sobel --size 5", "error[call-option]"),
        ("-k blur --size 0", "error[value-size]"), ("-k gaussian --sigma 0", "error[value-sigma]"),
        ("-k blur --range 1,0", "range"), ("-k blur --padding mirror", "padding"),
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
}
