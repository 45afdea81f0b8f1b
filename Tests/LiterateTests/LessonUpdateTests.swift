import Literate
import Testing

/// The text after an update, or nil when nothing changes.
private func updated(_ text: String, _ extent: LessonUpdate.Extent = .disagreeing) throws -> String? {
    let update = LessonUpdate(try run(text), extent: extent)
    return update.isEmpty ? nil : String(decoding: update.bytes, as: UTF8.self)
}

@Suite("An update writes what disagrees and nothing else")
struct LessonUpdateTests {
    @Test("A changed digit is restored byte for byte", arguments: [("[[90]]", "[[91]]"), ("[[200]]", "[[201]]")])
    func restores(_ right: String, _ wrong: String) throws {
        let path = bundledLesson("pooling.cl")
        let text = String(decoding: try FileSystem.read(path, name: path), as: UTF8.self)
        let broken = text.replacing(right, with: wrong)
        #expect(try updated(broken) == text)
        #expect(try updated(text) == nil)
    }

    @Test("Line ends of Windows and a byte order mark stay")
    func windows() throws {
        let text = "\u{FEFF}```cl\r\n1 + 1 #> 2\r\nprint(\"a\")\r\n#> a\r\n```\r\n"
        let broken = text.replacing("#> 2", with: "#> 3").replacing("#> a", with: "#> b\r\n#> c")
        let mended = try #require(try updated(broken))
        #expect(Array(mended.utf8) == Array(text.utf8))
    }

    @Test("Other words renew the whole text, in as many lines as it needs")
    func block() throws {
        #expect(
            try updated("for i in range(2):\n    print(\"i\", i)\n#> none\n")
                == "for i in range(2):\n    print(\"i\", i)\n#> i 0\n#> i 1\n")
        #expect(try updated("[[1, 2], [3, 4]] #> 5\n") == "[[1, 2], [3, 4]]\n#> [[1, 2],\n#>  [3, 4]]\n")
        #expect(try updated("print(\"b\")  # ours  #> a\n") == "print(\"b\")  # ours  #> b\n")
    }

    @Test("A text for nothing is taken away")
    func nothing() throws {
        #expect(try updated("x = 1 #> 5\ny = 2\n") == "x = 1\ny = 2\n")
        #expect(try updated("x = 1\n#> 5\n#> 6\ny = 2\n") == "x = 1\ny = 2\n")
    }

    @Test("Errors are renewed, and never made")
    func errors() throws {
        let text = try #require(try updated("[1, 2] @ [1, 2, 3]\n#! shape-broadcast\n"))
        #expect(text.hasPrefix("[1, 2] @ [1, 2, 3]\n#! shape-"))
        #expect(try updated(text) == nil)
        #expect(try updated("[1, 2] @ [1, 2, 3]\n#> 5\n") == nil)
        #expect(try updated("1 + 1\n#! shape-matmul\n") == nil)
    }

    @Test(
        "A changed number in a part of an error's message is restored byte for byte",
        arguments: [
            ("pool-fit: columns: (5 + 2*0 - 2)/2 + 1 = 2.5", "2.5", "2.6"), ("pool-fit: 5 columns and 5 rows", "5 rows", "6 rows"),
            ("pool-fit: windows of 2 at stride 2", "of 2", "of 13"),
        ])
    func partOfAnError(_ part: String, _ right: String, _ wrong: String) throws {
        let text = "five = ones(5, 5)\nmax_pool2d(five, 2, strict=True)\n#! \(part)\n"
        #expect(try updated(text) == nil)
        #expect(try updated(text.replacing(right, with: wrong)) == text)
    }

    @Test("With three points the rest is renewed around them")
    func wildcard() throws { #expect(try updated("[1, 2, 3, 4] #> [1, ..., 5]\n") == "[1, 2, 3, 4] #> [1, ..., 4]\n") }

    @Test("Only --update=all adds results and renews those that are never checked")
    func all() throws {
        let text = "print(1)\n2 + 2  # four\nx = 5\n3; 4\n1 + 1 #>~ 5"
        #expect(try updated(text) == nil)
        let all = try #require(try updated(text, .all))
        #expect(all == "print(1)\n#> 1\n2 + 2  # four\n#> 4\nx = 5\n3; 4\n#> 4\n1 + 1 #>~ 2")
        #expect(try updated(all, .all) == nil)
    }

    @Test(
        "What is printed comes back as it is compared",
        arguments: [
            "print(\"...\")", "print(\"a  b\\tc \")", "print(-1, \"-\", 1)", "print(1e-9, 1e300, nan, -inf)",
            "print(\"x=-3 3-5 v1.2 300x451\")", "rand(3, 3)", "randn(10, 10)", "(rand(100), 2)", "[\"a, b\", 2]",
            "{\"W\": [[1, 2.5]]}", "print(\"\")", "print(\"\\n\\nx\")", "1 / 3e7", "[1e-7, 1e6]",
        ])
    func roundTrip(_ program: String) throws {
        let text = try #require(try updated(program + "\n#> something else\n"))
        #expect(try run(text).isGood, "\(text)")
        #expect(try updated(text) == nil)
        #expect(try updated(text, .all) == nil)
    }

    @Test("A diff shows lines and their surroundings")
    func diff() throws {
        let update = LessonUpdate(try run("a = 1\nb = 2\nc = 3\nd = 4\nd #> 5\ne = 6"))
        #expect(
            update.diff == """
                --- test.cl
                +++ test.cl
                @@ -2,5 +2,5 @@
                 b = 2
                 c = 3
                 d = 4
                -d #> 5
                +d #> 4
                 e = 6
                \\ No newline at end of file

                """)
    }

    @Test("A file is written whole, through a link, with its permissions, unless it was changed meanwhile")
    func writing() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("a.cl", "1 + 1 #> 3\n")
        try FileSystem.write(Array("1 + 1 #> 3\n".utf8), to: path, name: path, mode: 0o640)
        let link = folder.path.appending(path: "link.cl")
        try FileSystem.link(link, to: "a.cl")
        let update = LessonUpdate(try run("1 + 1 #> 3\n", named: link))
        try update.write(to: link)
        #expect(try folder.text("a.cl") == "1 + 1 #> 2\n")
        #expect(FileSystem.permissions(of: path) == 0o640)
        #expect(FileSystem.names(in: folder.path) == ["a.cl", "link.cl"])
        #expect(throws: FileProblem.changedMeanwhile(name: link)) { try update.write(to: link) }
    }
}
