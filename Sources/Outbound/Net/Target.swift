import Foundation
import GhostHands

/// Where a request goes: the address that the safety rules judge, and the bytes that ask for it.
struct Target: Sendable, Hashable {
    let address: WebAddress
    /// Path and query as the server is asked for them: as they came, and only what no URL may hold is encoded.
    let path: String

    /// What reading gave.
    enum Reading {
        case target(Target)
        case refused(String)
    }

    /// Whether the host is an address and not a name.
    var isNumeric: Bool { IPAddress(address.host) != nil }

    /// The `host` header.
    var authority: String {
        let host = address.host.contains(":") ? "[\(address.host)]" : address.host
        let isUsual = address.port == (address.scheme == "https" ? 443 : 80)
        return isUsual ? host : "\(host):\(address.port)"
    }

    /// The host and the port, for a person.
    var place: String {
        address.host.contains(":") ? "[\(address.host)]:\(address.port)" : "\(address.host):\(address.port)"
    }

    static func read(_ text: String) -> Reading {
        switch WebAddress.parse(text) {
        case .refused(let reason): return .refused(reason)
        case .address(let address):
            let isName = address.host.utf8.allSatisfy(nameBytes.contains)
            guard isName || IPAddress(address.host) != nil else {
                return .refused(
                    "Invalid URL: its host is not made of a-z, 0-9, dots and hyphens (write xn--… for others)"
                )
            }
            return .target(Target(address: address, path: path(of: text)))
        }
    }

    /// Where an answer sends the client on to.
    ///
    /// - Parameter location: the header, which may be a part of an address only.
    /// - Returns: the whole address, not yet judged.
    func resolving(_ location: String) -> String? {
        let base = URL(string: "\(address.scheme)://\(authority)\(path)")
        // Encoded by us first: Foundation would encode what is encoded once more.
        return URL(string: Self.encoded(location, keeping: "#[]"), relativeTo: base)?.absoluteString
    }

    private static func path(of text: String) -> String {
        let afterScheme = text.firstRange(of: "://")?.upperBound ?? text.startIndex
        let rest = text[afterScheme...].drop { $0 != "/" && $0 != "?" && $0 != "#" }.prefix { $0 != "#" }
        let path = encoded(String(rest))
        return path.hasPrefix("/") ? path : "/" + path
    }

    private static let nameBytes = Set("abcdefghijklmnopqrstuvwxyz0123456789-._".utf8)
    /// What RFC 3986 allows in a path or query.
    private static let legal = Set(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$&'()*+,;=:@/?".utf8
    )
    private static let hexadecimal = Set("0123456789abcdefABCDEF".utf8)

    private static func encoded(_ text: String, keeping others: String = "") -> String {
        let bytes = Array(text.utf8)
        var encoded: [UInt8] = []
        for (index, byte) in bytes.enumerated() {
            let isEscape =
                byte == UInt8(ascii: "%") && index + 2 < bytes.count
                && hexadecimal.isSuperset(of: bytes[(index + 1)...(index + 2)])
            if isEscape || legal.contains(byte) || others.utf8.contains(byte) {
                encoded.append(byte)
            } else {
                let digits = String(byte, radix: 16, uppercase: true)
                encoded += Array(("%" + (digits.count < 2 ? "0" : "") + digits).utf8)
            }
        }
        return String(decoding: encoded, as: UTF8.self)
    }
}
