import Glibc
import NIOConcurrencyHelpers

/// The `Date` of replies, written once a second.
final class HTTPDate: Sendable {
    private let last = NIOLockedValueBox((second: time_t(0), text: ""))

    /// The present time, as RFC 9110 writes it.
    var now: String {
        let second = time(nil)
        return last.withLockedValue { last in
            if last.second != second { last = (second, Self.text(second)) }
            return last.text
        }
    }

    private static func text(_ second: time_t) -> String {
        var (second, parts) = (second, tm())
        gmtime_r(&second, &parts)
        // No part of the program sets a locale, so the names are English.
        return withUnsafeTemporaryAllocation(of: CChar.self, capacity: 40) { buffer in
            let count = strftime(buffer.baseAddress, 40, "%a, %d %b %Y %H:%M:%S GMT", &parts)
            return String(decoding: buffer.prefix(count).map(UInt8.init(bitPattern:)), as: UTF8.self)
        }
    }
}
