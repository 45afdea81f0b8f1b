extension Picture {
    /// A gray picture in the colours of a map, dark to bright.
    package func coloured(_ map: ColourMap) -> Picture? {
        guard channels == 1 else { return nil }
        let palette = (0...255).map { map.colour(Double($0) / 255) }
        var rgb: [UInt8] = []
        rgb.reserveCapacity(3 * samples.count)
        func add(_ colour: Colour) { rgb += [colour.red, colour.green, colour.blue] }
        switch samples {
        case .bytes(let bytes): for level in bytes { add(palette[Int(level)]) }
        case .words(let words): for level in words { add(map.colour(Double(level) / 65535)) }
        }
        return try? Picture(height: height, width: width, kind: .rgb, samples: .bytes(rgb))
    }

    /// Enlarged by the largest whole factor with which it stays small enough to be looked at in one glance.
    func enlarged(fitting room: (width: Int, height: Int), atMost side: Int, most factor: Int = 8) -> Picture {
        let factors = [
            min(room.width, side) / width, min(room.height, side) / height, factor,
        ]
        return enlarged(by: max(1, factors.min() ?? 1)) ?? self
    }
}

extension Heatmap {
    /// A pixel for each number.
    var picture: Picture? {
        var rgb: [UInt8] = []
        rgb.reserveCapacity(3 * values.count)
        for value in values {
            let colour = colour(of: value)
            rgb += [colour.red, colour.green, colour.blue]
        }
        return try? Picture(height: height, width: width, kind: .rgb, samples: .bytes(rgb))
    }

    func colour(of value: Double) -> Colour {
        let (low, high) = (range.lowerBound, range.upperBound)
        // halves, because the difference of the largest numbers is none
        return colours.colour((value / 2 - low / 2) / (high / 2 - low / 2))
    }
}
