import Foundation

/// A text of a column, to be compared as its type is.
struct ComparableText: Sendable, Equatable {
    /// The text in the one way in which the type is written.
    let text: String
    private let number: Decimal?

    /// Nil when the type has no such value.
    init?(_ text: String, _ type: String) {
        switch type {
        case "uuid":
            guard let id = UUID(uuidString: text) else { return nil }
            (self.text, number) = (id.uuidString.lowercased(), nil)
        case "bool":
            switch text.lowercased() {
            case "t", "true", "yes", "on", "1": (self.text, number) = ("t", nil)
            case "f", "false", "no", "off", "0": (self.text, number) = ("f", nil)
            default: return nil
            }
        case "int2", "int4", "int8", "oid", "float4", "float8", "numeric":
            guard text.wholeMatch(of: /[-+]?\d*\.?\d+([eE][-+]?\d+)?/) != nil,
                let number = Decimal(string: text, locale: Locale(identifier: "en_US_POSIX"))
            else { return nil }
            (self.text, self.number) = (text, number)
        case "timestamptz", "timestamp":
            guard let time = Self.time(text) else { return nil }
            (self.text, number) = (text, time)
        default: (self.text, number) = (text, nil)
        }
    }

    private static func time(_ text: String) -> Decimal? {
        guard
            let parts = text.wholeMatch(
                of: /(\d{4,})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(\.\d{1,9})?)?)?(Z|[-+]\d\d(?::?\d\d)?)?/
            )
        else { return nil }
        var day = DateComponents()
        day.calendar = Calendar(identifier: .gregorian)
        day.timeZone = TimeZone(secondsFromGMT: 0)
        (day.year, day.month, day.day) = (Int(parts.1), Int(parts.2), Int(parts.3))
        (day.hour, day.minute, day.second) = (
            parts.4.flatMap { Int($0) }, parts.5.flatMap { Int($0) }, parts.6.flatMap { Int($0) }
        )
        guard let date = day.date else { return nil }
        var offset = 0
        if let zone = parts.8, zone != "Z" {
            let digits = zone.dropFirst().filter(\.isNumber)
            offset = (Int(digits.prefix(2)) ?? 0) * 3600 + (Int(digits.dropFirst(2)) ?? 0) * 60
            if zone.hasPrefix("-") { offset = -offset }
        }
        let fraction = parts.7.flatMap { Decimal(string: "0\($0)") } ?? 0
        return Decimal(Int(date.timeIntervalSince1970) - offset) + fraction
    }

    static func == (left: ComparableText, right: ComparableText) -> Bool {
        if let one = left.number, let other = right.number { return one == other }
        return left.text == right.text
    }

    static func < (left: ComparableText, right: ComparableText) -> Bool {
        if let one = left.number, let other = right.number { return one < other }
        return left.text.unicodeScalars.lexicographicallyPrecedes(right.text.unicodeScalars)
    }
}
