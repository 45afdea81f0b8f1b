import Literate
import Syntax
import Testing

private func lesson(_ text: String) throws -> LessonFile { try LessonFile(name: "test.cl", bytes: Array(text.utf8)) }

private func messages(_ text: String) throws -> [String] {
    let lesson = try lesson(text)
    return (lesson.problems + lesson.cells.flatMap(\.problems)).map { problem in
        let place = problem.span.map { lesson.source.place(of: Int($0.start)) }
        return "\(place?.line ?? 0):\(place?.column ?? 0) \(problem.sentence)"
    }
}

@Suite("A lesson file is taken apart")
struct LessonFileTests {
    @Test("A file without front matter and fence is a script")
    func script() throws {
        #expect(try lesson("print(1)\n").isScript)
        #expect(try !lesson("---\ntitle: A\n---\n").isScript)
        #expect(try !lesson("```text\na\n```\n").isScript)
        #expect(try lesson("").cells.count == 1)
    }

    @Test("The first line of a script may name its interpreter")
    func interpreterLine() throws {
        let script = try lesson("#!/usr/bin/env convlab run\nprint(1)\n")
        #expect(script.source.text(script.cells[0].code) == "\nprint(1)\n")
    }

    @Test("Front matter is flat")
    func frontMatter() throws {
        let front = try lesson("---\ntitle: \"Max: pooling\"\ndigits: 6\nseed: 5\ndtype: float32\nconvlab: 1\n---\n")
            .frontMatter
        #expect(front.title == "Max: pooling")
        #expect(front.digits == 6)
        #expect(front.seed == 5)
        #expect(front.dtype == .float32)
        #expect(front.convlab == "1")
    }

    @Test("What is wrong in front matter is said with its place")
    func frontMatterProblems() throws {
        #expect(try messages("---\ntitel: A\n---\n") == ["2:1 there is no key titel"])
        #expect(try lesson("---\ntitel: A\n---\n").problems[0].advice == [.didYouMean("title")])
        #expect(try messages("---\ndigits: four\n---\n") == ["2:9 digits is a whole number from 1 to 17, not four"])
        #expect(try messages("---\nseed: -1\n---\n") == ["2:7 seed is a whole number from 0 on, not -1"])
        #expect(try messages("---\ntitle: A\ntitle: B\n---\n") == ["3:1 title stands here twice"])
        #expect(try messages("---\ntitle: A\n") == ["1:1 the front matter has no closing ---"])
        #expect(try messages("---\nhello\n---\n") == ["2:1 a line of front matter is key: value"])
    }

    @Test("A cell's attributes are read from its fence line")
    func attributes() throws {
        let cells = try lesson(
            """
            ```cl {id=pool slide="S1-44 S1-46" digits=6 predict="How many?"}
            ```
            ```cl {exercise=pool1d}
            ```
            ~~~cl {test=pool1d points=2 hidden name="odd length" credit=each}
            ~~~
            """
        ).cells
        #expect(cells[0].id == "pool")
        #expect(cells[0].slides == ["S1-44", "S1-46"])
        #expect(cells[0].digits == 6)
        #expect(cells[0].prediction == "How many?")
        #expect(cells[1].role == .exercise("pool1d"))
        var test = LessonCell.Test(exercise: "pool1d")
        (test.name, test.points, test.isHidden, test.splitsCredit) = ("odd length", 2, true, true)
        #expect(cells[2].role == .test(test))
        #expect(cells.map(\.name) == ["cell \"pool\"", "cell \"pool1d\"", "cell \"pool1d: odd length\""])
    }

    @Test("What is wrong on a fence line is said with its place")
    func attributeProblems() throws {
        #expect(try messages("```cl {ide=a}\n```\n") == ["1:8 there is no key ide"])
        #expect(try messages("```cl {id=a id=b}\n```\n") == ["1:13 id stands here twice"])
        #expect(try messages("```cl id=a\n```\n") == ["1:7 attributes stand in braces"])
        #expect(try messages("```cl {id=a\n```\n") == ["1:11 attributes stand in braces"])
        #expect(try messages("```cl {name=\"a}\n```\n").first == "1:13 the text has no closing quotation mark")
        #expect(try messages("```cl {points=2}\n```\n") == ["1:8 points belongs on a test"])
        #expect(try messages("```cl {digits=0}\n```\n") == ["1:15 digits is a whole number from 1 to 17, not 0"])
    }

    @Test("Names stand once, and tests, hints and solutions name an exercise")
    func names() throws {
        #expect(try messages("```cl {id=a}\n```\n```cl {id=a}\n```\n") == ["3:4 the id a already stands at line 1"])
        #expect(try messages("```cl {test=pool}\n```\n") == ["1:4 there is no exercise pool"])
        #expect(try messages("```hint {for=pool}\n```\n") == ["1:4 there is no exercise pool"])
        #expect(try messages("```solution\n```\n") == ["1:4 a solution needs for="])
    }

    @Test("The parts are the whole file")
    func blocks() throws {
        let text = "\u{FEFF}---\r\ntitle: A\r\n---\r\nprose\r\n```cl\r\n1\r\n```\r\n```text\r\n```\r\nmore"
        let lesson = try lesson(text)
        let parts = lesson.blocks.map { block in
            switch block {
            case .byteOrderMark(let span), .frontMatter(let span), .prose(let span): lesson.source.text(span)
            case .cell(let index): lesson.source.text(lesson.cells[index].fence?.whole ?? Span(0, 0))
            case .hint(let hint): lesson.source.text(hint.fence.whole)
            case .solution(let solution): lesson.source.text(solution.fence.whole)
            }
        }
        #expect(Array(parts.joined().utf8) == Array(text.utf8))
        #expect(lesson.frontMatter.title == "A")
    }

    @Test("A file that is not UTF-8 is refused, with the byte")
    func notUTF8() {
        #expect(throws: FileProblem.notUTF8(name: "test.cl", offset: 2)) {
            try LessonFile(name: "test.cl", bytes: [0x61, 0x62, 0xFF, 0x63])
        }
    }
}
