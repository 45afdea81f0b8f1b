import Interpreter
import Syntax
import Imaging
import Glibc

final class ScriptHost: Host {
    func receive(_ output: Output) {
        switch output {
        case .printed(let text): print(text, terminator: "")
        case .shown(let shown): print(shown.text)
        case .note(let note): print(DiagnosticRenderer().render(note))
        case .picture: break
        }
    }
    func read(_ name: String) throws -> [UInt8] { 
        guard let f = fopen("/work/main/assets/" + name, "r") else { return [] }
        var out: [UInt8] = []; var buf = [UInt8](repeating: 0, count: 65536)
        while true { let n = fread(&buf, 1, buf.count, f); if n <= 0 { break }; out += buf[0..<n] }
        fclose(f); return out
    }
    func write(_ name: String, _ bytes: [UInt8]) throws -> String { name }
    func seconds() -> Double { var t = timespec(); clock_gettime(CLOCK_MONOTONIC, &t); return Double(t.tv_sec) + Double(t.tv_nsec) / 1e9 }
    func isInterrupted() -> Bool { false }
}
var text = ""
if CommandLine.arguments.count > 2 { text = CommandLine.arguments[2] } else { while let line = readLine(strippingNewline: false) { text += line } }
let source = Source(name: "<script>", text: text)
let parsed = parse(source)
let renderer = DiagnosticRenderer()
for d in parsed.diagnostics { print(renderer.render(d)) }
if parsed.diagnostics.isEmpty {
    for d in Session.unknownNames(in: [(parsed.tree, [])])[0] { print(renderer.render(d)) }
    let host = ScriptHost()
    let session = Session(host: host)
    for i in parsed.tree.statements.indices {
        switch session.run(parsed.tree, statement: i) {
        case .finished: break
        case .failed(let d), .disagreed(let d): print(renderer.render(d))
        case .notWritten: print("not written")
        }
    }
}
