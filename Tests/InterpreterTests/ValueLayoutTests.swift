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

    /// The machine asks a bit for each kind whether a register may be overwritten without a look at a reference count.
    @Test("The kind stands in the ninth byte, in the order of the cases; those without a payload share the last") func kinds() throws {
        let builtin = try #require(Builtin.named("relu"))
        let plain: [(Value, UInt8)] = [(.truth(true), 0), (.number(1), 1), (.dtype(.float32), 11), (.none, 16), (.undefined, 16)]
        let counted: [(Value, UInt8)] = [
            (.text(Text("a")), 2), (.tensor(try Tensor([1])), 3), (.traced(try Tensor(plainNumber: 1)), 4),
            (.list(try List([])), 5), (.tuple(try Tuple([])), 6),
            (.builtin(builtin), 10),
        ]
        for (value, kind) in plain + counted {
            var register = value
            #expect(withUnsafeBytes(of: &register) { $0[8] } == kind)
            #expect(withUnsafeMutablePointer(to: &register, isPlain) == (kind == 16 || plain.contains { $0.1 == kind }))
        }
    }

    private func firstWord(of value: inout Value) -> UInt64 {
        withUnsafeBytes(of: &value) { $0.load(as: UInt64.self) }
    }
}
