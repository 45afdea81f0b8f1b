import Foundation
import Testing

/// The layers of CONTRIBUTING.md, held against what the sources really import: the package manager lets a target import
/// what it never declared.
@Suite struct LayerTests {
    /// What each target may import besides the standard library.
    private static let allowed: [String: Set<String>] = [
        "TensorEngine": ["CKernels"],
        "Imaging": ["TensorEngine", "CPNG"],
        "ConvLabKit": ["TensorEngine", "Imaging"],
        "Syntax": [],
        "Interpreter": ["Syntax", "TensorEngine", "Imaging"],
        "Literate": ["Interpreter", "Imaging", "Syntax", "TensorEngine"],
        "Terminal": ["Literate", "Interpreter", "Imaging", "Syntax", "CReadline", "CTerminal"],
        "convlab": ["Terminal", "Literate", "Interpreter", "Imaging", "Syntax", "ArgumentParser"],
    ]
    private static let standard: Set<String> = ["Swift", "Synchronization", "Glibc", "FoundationEssentials"]
    private static let package = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    private struct Import {
        var target: String
        var file: String
        var module: String
    }

    private static func imports() throws -> [Import] {
        let sources = package.appending(path: "Sources")
        let paths = FileManager.default.enumerator(atPath: sources.path)?.compactMap { $0 as? String } ?? []
        return try paths.filter { $0.hasSuffix(".swift") }.flatMap { path -> [Import] in
            let text = try String(contentsOf: sources.appending(path: path), encoding: .utf8)
            let target = String(path.prefix { $0 != "/" })
            return text.split(separator: "\n").compactMap { line in
                let words = line.split(separator: " ").filter { !$0.hasPrefix("@") }
                guard words.first == "import", words.count == 2 else { return nil }
                return Import(target: target, file: path, module: String(words[1]))
            }
        }
    }

    @Test("A target imports only layers below it, and nothing of ours imports Foundation")
    func layers() throws {
        let imports = try Self.imports()
        #expect(imports.count > 100)
        for entry in imports {
            let allowed = Self.standard.union(Self.allowed[entry.target] ?? [])
            #expect(allowed.contains(entry.module), "\(entry.file) imports \(entry.module): see the layers in CONTRIBUTING.md")
        }
    }

    @Test("Each C module is imported by one file, which turns it into Swift")
    func cModules() throws {
        // the engine reaches its kernels, its moves, its memory and its work by name
        let most = ["CKernels": 6]
        let files = Dictionary(grouping: try Self.imports().filter { $0.module.hasPrefix("C") && $0.module != "ConvLabKit" }, by: \.module)
        for (module, imports) in files {
            #expect(imports.count <= most[module] ?? 1, "\(module) is imported by \(imports.map(\.file).joined(separator: ", "))")
        }
    }

    @Test("The top level of the repository is what its users were promised")
    func topLevel() throws {
        let promised: Set<String> = [
            "Package.swift", "Sources", "Lessons", "Tests", "assets", "README.md", "LICENSE", "CONTRIBUTING.md",
        ]
        let found = try FileManager.default.contentsOfDirectory(atPath: Self.package.path)
        let strangers = found.filter { !$0.hasPrefix(".") && $0 != "Package.resolved" && $0 != "out" && !promised.contains($0) }
        #expect(strangers == [])
    }
}
