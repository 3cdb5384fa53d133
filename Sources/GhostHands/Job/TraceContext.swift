/// Of which trace a request is part, as its `traceparent` header says (W3C Trace Context, w3.org/TR/trace-context).
public struct TraceContext: Sendable, Hashable {
    /// The header as it came.
    public let text: String
    /// The trace's id: 32 hexadecimal digits.
    public let traceID: String
    private let flags: String

    /// Reads the header; nil when it is none, and is then to be taken as absent.
    ///
    /// - Parameter header: for example `00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01`.
    public init?(_ header: String) {
        let parts = header.split(separator: "-", maxSplits: 4, omittingEmptySubsequences: false)
        guard header.utf8.count <= 512, parts.count >= 4, zip(parts, [2, 32, 16, 2]).allSatisfy(Self.isHexadecimal),
            parts[0] != "ff", parts[0] != "00" || parts.count == 4, parts[1].contains(where: { $0 != "0" }),
            parts[2].contains(where: { $0 != "0" })
        else { return nil }
        text = parts[..<4].joined(separator: "-")
        traceID = String(parts[1])
        flags = String(parts[3])
    }

    /// The header of a request of ours within the trace.
    ///
    /// - Parameter span: what this request is called; not 0.
    public func header(span: UInt64) -> String {
        let digits = String(span, radix: 16)
        return "00-\(traceID)-\(String(repeating: "0", count: 16 - digits.count))\(digits)-\(flags)"
    }

    private static func isHexadecimal(_ part: Substring, of length: Int) -> Bool {
        part.utf8.count == length && part.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    }
}
