/// What a file that is no PNG turns out to be, by its first bytes; the raw value completes "those of ...".
enum FileKind: String, CaseIterable {
    case empty = "an empty file"
    case jpeg = "a JPEG picture"
    case gif = "a GIF picture"
    case bmp = "a BMP picture"
    case webp = "a WebP picture"
    case tiff = "a TIFF picture"
    case pdf = "a PDF document"
    case svg = "an SVG drawing"
    case page = "a web page"

    init?(of bytes: UnsafeBufferPointer<UInt8>) {
        guard let kind = Self.allCases.first(where: { $0.matches(bytes) }) else { return nil }
        self = kind
    }

    private func matches(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        switch self {
        case .empty: bytes.isEmpty
        case .jpeg: bytes.starts(with: [0xFF, 0xD8, 0xFF])
        case .gif: bytes.starts(with: "GIF8".utf8)
        case .bmp: bytes.starts(with: "BM".utf8) && bytes.dropFirst(6).starts(with: [0, 0, 0, 0])
        case .webp: bytes.starts(with: "RIFF".utf8) && bytes.dropFirst(8).starts(with: "WEBP".utf8)
        case .tiff: bytes.starts(with: "II*\0".utf8) || bytes.starts(with: "MM\0*".utf8)
        case .pdf: bytes.starts(with: "%PDF".utf8)
        case .svg: bytes.starts(with: "<svg".utf8)
        case .page: bytes.starts(with: "<!DOCTYPE".utf8) || bytes.starts(with: "<html".utf8)
        }
    }
}
