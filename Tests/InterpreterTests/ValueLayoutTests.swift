import Interpreter
import TensorEngine
import Testing

/// The machine reads a register's reference by address, without touching its count.
@Suite("A value lies in memory as the machine expects")
struct ValueLayoutTests {
    @Test("A value is a payload of eight bytes and a kind") func size() {
        #expect(MemoryLayout<Value>.size == 9)
        #expect(MemoryLayout<Value>.stride == 16)
        #expect(MemoryLayout<Value>.alignment == 8)
    }

    @Test("The payload stands first") func payloadStandsFirst() throws {
        var number = Value.number(3.25)
        #expect(firstWord(of: &number) == 3.25.bitPattern)

        let tensor = try Tensor([2], [1, 2])
        var held = Value.tensor(tensor)
        let box = withUnsafeBytes(of: tensor) { $0.load(as: UInt64.self) }
        #expect(MemoryLayout<Tensor>.size == 8)
        #expect(firstWord(of: &held) == box)

        let text = Text("a")
        var reference = Value.text(text)
        #expect(firstWord(of: &reference) == UInt64(UInt(bitPattern: Unmanaged.passUnretained(text).toOpaque())))
    }

    /// Functions cannot be made without a machine; the enum lays out every case with one reference alike.
    @Test("Every kind that is one reference has the same layout") func references() throws {
        let tuple = try Tuple([.number(1)])
        var value = Value.tuple(tuple)
        #expect(firstWord(of: &value) == UInt64(UInt(bitPattern: Unmanaged.passUnretained(tuple).toOpaque())))
        let builtin = try #require(Builtin.named("relu"))
        var function = Value.builtin(builtin)
        #expect(firstWord(of: &function) == UInt64(UInt(bitPattern: Unmanaged.passUnretained(builtin).toOpaque())))
    }

    private func firstWord(of value: inout Value) -> UInt64 {
        withUnsafeBytes(of: &value) { $0.load(as: UInt64.self) }
    }
}
