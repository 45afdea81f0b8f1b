import Glibc
import Imaging
import Testing

/// The files beside the tests, which `Fixtures/make_fixtures.py` writes without libpng.
enum Fixtures {
    private static let here = #filePath.split(separator: "/").dropLast().map { "/" + $0 }.joined()

    static func png(_ name: String) throws -> [UInt8] { try read(here + "/Fixtures/\(name).png") }

    static func asset(_ name: String) throws -> [UInt8] { try read(here + "/../../assets/\(name)") }

    /// The words of each line of a text file.
    static func table(_ name: String) -> [[String]] {
        let text = (try? read(here + "/Fixtures/\(name)")).map { String(decoding: $0, as: UTF8.self) } ?? ""
        return text.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
    }

    private struct Unreadable: Error { let path: String }

    private static func read(_ path: String) throws -> [UInt8] {
        guard let file = fopen(path, "rb") else { throw Unreadable(path: path) }
        defer { fclose(file) }
        fseek(file, 0, SEEK_END)
        let count = ftell(file)
        rewind(file)
        return [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            filled = fread(buffer.baseAddress, 1, count, file)
        }
    }
}

/// A file and the picture it must give: `name height width kind bits samples`.
struct GoodFile: CustomTestStringConvertible, Sendable {
    let name, height, width, kind, bits, digits: String
    var testDescription: String { name }

    static let all = Fixtures.table("expected.txt").filter { $0.count == 6 }.map {
        GoodFile(name: $0[0], height: $0[1], width: $0[2], kind: $0[3], bits: $0[4], digits: $0[5])
    }

    /// The picture of the table, or nil if the table is malformed.
    var picture: Picture? {
        guard let height = Int(height), let width = Int(width) else { return nil }
        guard let kind = Picture.Kind.allCases.first(where: { $0.name == kind }) else { return nil }
        return try? Picture(height: height, width: width, kind: kind, samples: samples)
    }

    private var samples: Picture.Samples {
        bits == "16" ? .words(levels(digitCount: 4)) : .bytes(levels(digitCount: 2))
    }

    private func levels<Level: FixedWidthInteger>(digitCount: Int) -> [Level] {
        let digits = Array(digits)
        return stride(from: 0, to: digits.count, by: digitCount).map {
            Level(String(digits[$0..<$0 + digitCount]), radix: 16) ?? 0
        }
    }
}

/// A file and the code of its refusal: `name code`.
struct BadFile: CustomTestStringConvertible, Sendable {
    let name, code: String
    var testDescription: String { name }

    static let all = Fixtures.table("expected.txt").filter { $0.count == 2 }.map { BadFile(name: $0[0], code: $0[1]) }
}

/// A picture of random samples, the same every time.
func randomPicture(
    height: Int, width: Int, kind: Picture.Kind, bitDepth: Int, seed: UInt64 = 0
) throws -> Picture {
    var generator = Xorshift(state: 0x9E37_79B9_7F4A_7C15 ^ seed)
    let count = height * width * kind.rawValue
    let samples: Picture.Samples =
        bitDepth == 16
        ? .words((0..<count).map { _ in .random(in: 0 ... .max, using: &generator) })
        : .bytes((0..<count).map { _ in .random(in: 0 ... .max, using: &generator) })
    return try Picture(height: height, width: width, kind: kind, samples: samples)
}

struct Xorshift: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state
    }
}
