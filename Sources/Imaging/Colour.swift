/// A colour of eight bits a channel, as screens take it.
package struct Colour: Equatable, Sendable {
    package var red, green, blue: UInt8

    package init(red: UInt8, green: UInt8, blue: UInt8) { (self.red, self.green, self.blue) = (red, green, blue) }

    /// How bright it looks, from 0 to 255, with the weights of `gray(image)`: 0.299 R + 0.587 G + 0.114 B.
    var luminance: Int { (299 * Int(red) + 587 * Int(green) + 114 * Int(blue) + 500) / 1000 }

    /// The nearest of a terminal's 256 colours, without its first 16, which users redefine.
    var indexOf256: Int { cubeDistance <= grayDistance ? cubeIndex : grayIndex }

    // Colours 16 to 231 are a cube of 6 x 6 x 6 with these levels, 232 to 255 are grays from 8 in steps of 10.
    private static let cubeLevels = [0, 95, 135, 175, 215, 255]

    private static func cubeStep(_ level: UInt8) -> Int { level < 48 ? 0 : level < 115 ? 1 : (Int(level) - 35) / 40 }

    private var cubeSteps: (Int, Int, Int) { (Self.cubeStep(red), Self.cubeStep(green), Self.cubeStep(blue)) }

    private var cubeIndex: Int { 16 + 36 * cubeSteps.0 + 6 * cubeSteps.1 + cubeSteps.2 }

    private var cubeDistance: Int {
        let (r, g, b) = cubeSteps
        return distance(to: (Self.cubeLevels[r], Self.cubeLevels[g], Self.cubeLevels[b]))
    }

    private var grayStep: Int { min(23, max(0, (Int(red) + Int(green) + Int(blue) - 9) / 30)) }

    private var grayIndex: Int { 232 + grayStep }

    private var grayDistance: Int {
        let level = 8 + 10 * grayStep
        return distance(to: (level, level, level))
    }

    private func distance(to other: (Int, Int, Int)) -> Int {
        let (r, g, b) = (Int(red) - other.0, Int(green) - other.1, Int(blue) - other.2)
        return r * r + g * g + b * b
    }
}
