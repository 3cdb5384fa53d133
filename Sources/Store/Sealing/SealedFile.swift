public import Foundation

/// A file that only its owner may read: sealed with their key, and readable for their account alone.
public struct SealedFile: Sendable {
    private let url: URL
    private let sealer: Sealer

    /// A file, which need not be there yet.
    ///
    /// - Parameters:
    ///   - url: where it is.
    ///   - key: 32 bytes.
    public init(_ url: URL, key: Data) {
        self.url = url
        sealer = Sealer(key: key)
    }

    /// What reading it gave.
    public enum Contents: Sendable, Hashable {
        case data(Data)
        /// There is no such file.
        case none
        /// It is no file of this key's, or was changed.
        case broken
    }

    /// What it holds.
    ///
    /// - Throws: what reading a file throws.
    public func read() throws -> Contents {
        guard FileManager.default.fileExists(atPath: url.path) else { return .none }
        return sealer.open(try Data(contentsOf: url), for: Self.owner).map(Contents.data) ?? .broken
    }

    /// Writes it anew, so that it is never there in part.
    ///
    /// - Throws: what writing a file throws.
    public func write(_ data: Data) throws {
        let draft = url.appendingPathExtension("new-\(UUID().uuidString.prefix(8))")
        let sealed = try sealer.seal(data, for: Self.owner)
        let options: [FileAttributeKey: Any] = [.posixPermissions: 0o600]
        guard FileManager.default.createFile(atPath: draft.path, contents: sealed, attributes: options),
            rename(draft.path, url.path) == 0
        else {
            try? FileManager.default.removeItem(at: draft)
            throw CocoaError(.fileWriteUnknown)
        }
    }

    private static let owner = "session file"
}
