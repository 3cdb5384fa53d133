import Crypto
import FoundationEssentials

/// The hash by which a form is known again: of its fields, not of its address, their order or its company (R17).
public enum FormSignature {
    /// The signature of a page.
    ///
    /// - Parameter marks: its fields.
    /// - Returns: 32 hexadecimal digits of the SHA-256 of their keys.
    public static func of(_ marks: [FieldMark]) -> String {
        let lines = marks.map { "\($0.kind.rawValue)\u{1f}\($0.keys.joined(separator: "\u{1f}"))" }.sorted()
        let hash = SHA256.hash(data: Data(lines.joined(separator: "\n").utf8))
        return hash.prefix(16).hexadecimal
    }

    /// The keys of a page's fields.
    ///
    /// - Parameter marks: its fields.
    /// - Returns: each key once, sorted, at most 400.
    public static func keys(of marks: [FieldMark]) -> [String] {
        Array(Set(marks.flatMap(\.keys)).sorted().prefix(400))
    }
}

/// What a manual is looked up by.
public struct ManualKey: Sendable, Hashable {
    /// The hiring platform, or ``Manual/otherPlatform``.
    public var platform: String
    /// The job's type.
    public var task: String
    /// The first page as it was read.
    public var page: Manual.Page
    /// Its address.
    public var url: PageAddress

    /// A key.
    ///
    /// - Parameter marks: the first page's fields.
    public init(platform: String, task: String, marks: [FieldMark], url: PageAddress) {
        self.platform = platform
        self.task = task
        page = Manual.Page(marks)
        self.url = url
    }
}
