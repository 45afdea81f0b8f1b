import Syntax

extension LessonReport {
    /// The report as other programs read it:
    ///
    ///     {"file": "05_pooling.cl", "title": "Pooling", "good": false, "summary": "5 of 6 results agree; 1 differs",
    ///      "agree": 5, "differ": 1, "missing": 0, "errors": [...],
    ///      "exercises": [{"exercise": "pool1d", "status": "pass", "earned": 3, "worth": 3}],
    ///      "cells": [{"cell": "slide-pool", "line": 12, "status": "fail", "slides": ["S1-44"], "dependsOn": null,
    ///                 "errors": [{"code": "shape-matmul", "message": "...", "line": 14, "column": 7}],
    ///                 "results": [{"line": 15, "status": "differs", "message": "expected 91, got 90 at [0, 0]"}]}]}
    ///
    /// Lines and columns count from 1. A cell's status is `pass`, `fail`, `error`, `not run`, `not started` or
    /// `unchecked`, a result's `agrees`, `differs` or `not run`; members without a value are left out.
    package var json: JSON {
        .object([
            "file": .string(lesson.source.name), "title": lesson.frontMatter.title.map(JSON.string),
            "good": .bool(isGood), "summary": .string(summary.sentence), "agree": .int(summary.agreeing),
            "differ": .int(summary.differing), "missing": .int(summary.missing),
            "errors": .array(lesson.problems.map(\.json)),
            "exercises": .array(exercises.map(\.json)), "cells": .array(cells.map(json(of:))),
        ])
    }

    private func json(of cell: CellReport) -> JSON {
        var cause: String?
        if case .notRun(let index) = cell.ending, cells.indices.contains(index) { cause = cells[index].cell.key }
        return .object([
            "cell": .string(cell.cell.key), "line": .int(line(cell.cell.fence?.whole ?? cell.cell.code)),
            "status": .string(cell.status.rawValue), "slides": .array(cell.cell.slides.map(JSON.string)),
            "dependsOn": cause.map(JSON.string), "errors": .array(cell.errors.map(\.json)),
            "results": .array(cell.checks.map(json(of:))),
        ])
    }

    private func json(of check: Check) -> JSON {
        let status =
            switch check.verdict {
            case .agrees: "agrees"
            case .differs: "differs"
            case .notRun: "not run"
            }
        return .object([
            "line": .int(line(check.mismatch?.span ?? check.span)), "status": .string(status),
            "message": check.mismatch.map { .string($0.sentence) },
        ])
    }

    private func line(_ span: Span) -> Int { lesson.source.place(of: Int(span.start)).line }
}

extension Diagnostic {
    package var json: JSON {
        let place = span.flatMap { span in source.map { $0.place(of: Int(span.start)) } }
        return .object([
            "code": .string(code), "message": .string(sentence), "line": (place?.line).map(JSON.int),
            "column": (place?.column).map(JSON.int),
        ])
    }
}
