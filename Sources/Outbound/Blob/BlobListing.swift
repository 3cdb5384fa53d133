public import Foundation

/// Some of what lies in a folder of a store, in the store's order.
public struct BlobListing: Sendable, Hashable {
    /// A file or a folder.
    public struct Entry: Sendable, Hashable {
        /// The last segment of its key.
        public var name: String
        /// Nil for a folder.
        public var file: File?

        /// An entry.
        public init(name: String, file: File? = nil) {
            self.name = name
            self.file = file
        }
    }

    /// What is known of a file without reading it.
    public struct File: Sendable, Hashable {
        /// When it was last written.
        public var written: Date
        /// Its length in bytes.
        public var bytes: Int

        /// A file.
        public init(written: Date, bytes: Int) {
            self.written = written
            self.bytes = bytes
        }
    }

    /// What was found.
    public var entries: [Entry]
    /// Where to go on; nil at the end.
    public var next: String?

    /// A listing.
    public init(entries: [Entry] = [], next: String? = nil) {
        self.entries = entries
        self.next = next
    }

    /// How many entries a store gives at once, at most.
    static let most = 1000
}
