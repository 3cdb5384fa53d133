extension StorageState {
    /// What the scripts of an origin have stored.
    public struct Origin: Codable, Hashable, Sendable {
        /// An IndexedDB database.
        public struct Database: Codable, Hashable, Sendable {
            /// The name.
            public var name: String
            /// The version.
            public var version: Int
            /// The stores with their indexes and records, in a JSON of ours.
            public var content: String
        }

        /// The origin, such as `https://example.com`.
        public var origin: String
        /// What stays from visit to visit.
        public var localStorage: [Item]
        /// What a page keeps until it is closed; that of the page opened last, where several are of this origin.
        public var sessionStorage: [Item]
        /// The IndexedDB databases.
        public var databases: [Database]
        /// How many values and records could not be read, being unfit to leave the browser.
        public var omitted: Int
        /// How many databases could not be read, most often for their size.
        public var omittedDatabases: Int

        /// Makes an origin's storage.
        public init(
            _ origin: String,
            localStorage: [Item] = [],
            sessionStorage: [Item] = [],
            databases: [Database] = []
        ) {
            self.origin = origin
            self.localStorage = localStorage
            self.sessionStorage = sessionStorage
            self.databases = databases
            (omitted, omittedDatabases) = (0, 0)
        }

        /// Reads an origin of which only its name must be there.
        /// - Parameter decoder: Where from.
        /// - Throws: `DecodingError` when something is there in another form.
        public init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            origin = try container.decode(String.self, forKey: .origin)
            localStorage = try container.decodeIfPresent([Item].self, forKey: .localStorage) ?? []
            sessionStorage = try container.decodeIfPresent([Item].self, forKey: .sessionStorage) ?? []
            databases = try container.decodeIfPresent([Database].self, forKey: .databases) ?? []
            omitted = try container.decodeIfPresent(Int.self, forKey: .omitted) ?? 0
            omittedDatabases = try container.decodeIfPresent(Int.self, forKey: .omittedDatabases) ?? 0
        }

        var isEmpty: Bool { localStorage.isEmpty && sessionStorage.isEmpty && databases.isEmpty }
        /// Whether something is there, or was and could not be read.
        var tellsAnything: Bool { !isEmpty || omitted + omittedDatabases > 0 }
    }
}

extension StorageState.Origin: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The origin alone.
    public var description: String { origin }
    /// The origin alone.
    public var debugDescription: String { origin }
    /// Nothing.
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
