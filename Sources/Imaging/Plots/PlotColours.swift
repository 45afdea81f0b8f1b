/// The colours of series: those of Okabe and Ito ("Color Universal Design", 2008), which people who see few colours can
/// tell apart too, without their yellow, which is too faint on white.
enum SeriesColour {
    static let all = [
        Colour(red: 0, green: 114, blue: 178), Colour(red: 213, green: 94, blue: 0),
        Colour(red: 0, green: 158, blue: 115),
        Colour(red: 204, green: 121, blue: 167), Colour(red: 230, green: 159, blue: 0),
        Colour(red: 86, green: 180, blue: 233),
        Colour(red: 0, green: 0, blue: 0),
    ]

    static func of(_ place: Int) -> Colour { all[place % all.count] }

    /// Once all colours are taken, dashes tell series apart: how long the stroke and the gap are, in line widths.
    static func dash(of place: Int) -> [Double] {
        switch place / all.count % 3 {
        case 0: []
        case 1: [4, 2.5]
        default: [1, 2]
        }
    }
}

/// Colours for numbers from 0 to 1.
package enum ColourMap: String, CaseIterable, Sendable {
    /// From dark blue to yellow, evenly brighter: matplotlib's "viridis" (van der Walt and Smith, 2015, CC0), at every
    /// thirty-second.
    case viridis
    /// Blue below the middle, white at it, red above: ColorBrewer's "RdBu" (Brewer, Apache 2.0), at every tenth.
    case diverging
    case gray

    /// The colour of a number; what is no number is gray, which no map but the last one has.
    func colour(_ value: Double) -> Colour {
        guard !value.isNaN else { return Colour(red: 160, green: 160, blue: 160) }
        let share = min(max(value, 0), 1) * Double(points.count - 1)
        let place = min(Int(share), points.count - 2)
        let (from, to, rest) = (points[place], points[place + 1], share - Double(place))
        func mixed(_ shift: Int) -> UInt8 {
            let (first, last) = (Double(from >> shift & 255), Double(to >> shift & 255))
            return UInt8((first + (last - first) * rest).rounded())
        }
        return Colour(red: mixed(16), green: mixed(8), blue: mixed(0))
    }

    private var points: [Int] {
        switch self {
        case .viridis: Self.viridisPoints
        case .diverging: Self.divergingPoints
        case .gray: [0x000000, 0xFFFFFF]
        }
    }

    private static let viridisPoints = [
        0x440154, 0x470D60, 0x48186A, 0x482374, 0x472D7B, 0x453681, 0x424086, 0x3F4989, 0x3B528B, 0x375A8D, 0x33638D,
        0x2F6A8E, 0x2C728E, 0x297A8E, 0x26818E, 0x23898E, 0x21908C, 0x1F988B, 0x1F9F88, 0x21A685, 0x28AE80, 0x31B57B,
        0x3EBC74, 0x4CC26C, 0x5DC963, 0x6ECE58, 0x82D34C, 0x96D83F, 0xABDC32, 0xC0DF24, 0xD5E21A, 0xEAE51A, 0xFDE725,
    ]

    private static let divergingPoints = [
        0x053061, 0x2166AC, 0x4393C3, 0x92C5DE, 0xD1E5F0, 0xF7F7F7, 0xFDDBC7, 0xF4A582, 0xD6604D, 0xB2182B, 0x67001F,
    ]
}
