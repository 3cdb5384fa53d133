/// Names of hosts in other scripts, as browsers send them (RFC 3492, RFC 5891).
enum Punycode {
    /// A label of a host's name in ASCII.
    ///
    /// - Parameter label: in lower case.
    /// - Returns: the label, behind `xn--` where it needs that; nil where it has what no name has.
    static func label(_ label: Substring) -> String? {
        let scalars = Array(label.unicodeScalars)
        guard scalars.contains(where: { !$0.isASCII }) else { return String(label) }
        let isName = scalars.allSatisfy { scalar in
            let properties = scalar.properties
            return scalar.isASCII || properties.isAlphabetic || properties.numericType != nil
        }
        // Half of a letter that has a form of its own would name another host.
        guard isName, scalars.allSatisfy({ $0.isASCII || $0.properties.canonicalCombiningClass == .notReordered }),
            let encoded = encoded(scalars.map(\.value))
        else { return nil }
        return "xn--\(encoded)"
    }

    private static let (base, least, most, skew, damp): (UInt32, UInt32, UInt32, UInt32, UInt32) = (36, 1, 26, 38, 700)

    private static func encoded(_ points: [UInt32]) -> String? {
        let plain = points.filter { $0 < 0x80 }
        var output = String(String.UnicodeScalarView(plain.compactMap(Unicode.Scalar.init)))
        if !plain.isEmpty { output.append("-") }
        var (next, delta, bias, handled) = (UInt32(0x80), UInt32(0), UInt32(72), UInt32(plain.count))
        while handled < points.count {
            guard let least = points.filter({ $0 >= next }).min() else { return nil }
            let (step, isTooFar) = (least - next).multipliedReportingOverflow(by: handled + 1)
            guard !isTooFar else { return nil }
            (delta, next) = (delta + step, least)
            for point in points {
                if point < next { delta += 1 }
                guard point == next else { continue }
                append(delta, bias, to: &output)
                bias = adapted(delta, count: handled + 1, isFirst: handled == plain.count)
                (delta, handled) = (0, handled + 1)
            }
            (delta, next) = (delta + 1, next + 1)
        }
        return output
    }

    private static func append(_ delta: UInt32, _ bias: UInt32, to output: inout String) {
        var (rest, place) = (delta, base)
        while true {
            let threshold = place <= bias ? least : min(place - bias, most)
            guard rest >= threshold else { break }
            output.unicodeScalars.append(digit(threshold + (rest - threshold) % (base - threshold)))
            rest = (rest - threshold) / (base - threshold)
            place += base
        }
        output.unicodeScalars.append(digit(rest))
    }

    private static func digit(_ value: UInt32) -> Unicode.Scalar {
        Unicode.Scalar(UInt8(value < 26 ? value + 97 : value + 22))
    }

    private static func adapted(_ delta: UInt32, count: UInt32, isFirst: Bool) -> UInt32 {
        var rest = isFirst ? delta / damp : delta / 2
        rest += rest / count
        var place: UInt32 = 0
        while rest > (base - least) * most / 2 {
            rest /= base - least
            place += base
        }
        return place + (base - least + 1) * rest / (rest + skew)
    }
}
