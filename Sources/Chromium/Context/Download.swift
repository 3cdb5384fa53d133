public import Foundation

/// A file that a site sent.
public struct Download: Hashable, Sendable {
    /// How far it is.
    public enum State: Hashable, Sendable {
        /// It is on its way.
        case running
        /// It is there.
        case kept(URL)
        /// It is not coming; the reason says why.
        case failed(reason: String)
    }

    /// The browser's name for it.
    let id: String
    /// Where it comes from.
    public let url: String
    /// A safe name made from the one the site gave it.
    public let name: String
    /// How many bytes have arrived.
    public internal(set) var bytes = 0
    /// How far it is.
    public internal(set) var state = State.running

    init(_ began: DownloadBegan) {
        id = began.guid
        url = String(began.url.prefix(2_000))
        name = Self.safe(began.suggestedFilename)
    }

    /// A name that is a plain file's in any folder.
    static func safe(_ name: String) -> String {
        let kept = name.unicodeScalars.map { scalar -> Character in
            let isFit = scalar.properties.generalCategory != .control && scalar.properties.generalCategory != .format
            return isFit && !"/\\:*?\"<>|".unicodeScalars.contains(scalar) ? Character(scalar) : "_"
        }
        let trimmed = String(kept).trimmingCharacters(in: .whitespaces.union(CharacterSet(charactersIn: ".")))
        guard !trimmed.isEmpty else { return "download" }
        var short = Substring(trimmed)
        let ending = (trimmed as NSString).pathExtension.prefix(10)
        guard short.utf8.count > 120 else { return trimmed }
        while short.utf8.count > 100 { short = short.dropLast() }
        return ending.isEmpty ? String(short) : "\(short).\(ending)"
    }
}
