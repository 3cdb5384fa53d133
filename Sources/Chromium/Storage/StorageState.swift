/// What sites have left in a browser context: enough to go on in another one as the same visitor.
///
/// As JSON it has the form of Playwright's storage state, with what that leaves out besides. It holds secrets: its
/// description tells only how much there is.
public struct StorageState: Codable, Hashable, Sendable {
    /// A name and a value that an origin keeps.
    public struct Item: Codable, Hashable, Sendable {
        /// The name.
        public var name: String
        /// The value.
        public var value: String

        /// Makes an item.
        public init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    /// The cookies, those that end with the session among them.
    public var cookies: [Cookie]
    /// What scripts have stored, by origin.
    public var origins: [Origin]

    /// Makes a state.
    public init(cookies: [Cookie] = [], origins: [Origin] = []) {
        self.cookies = cookies
        self.origins = origins
    }

    /// Reads a state in which anything may be missing.
    /// - Parameter decoder: Where from.
    /// - Throws: `DecodingError` when something is there in another form.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        cookies = try container.decodeIfPresent([Cookie].self, forKey: .cookies) ?? []
        origins = try container.decodeIfPresent([Origin].self, forKey: .origins) ?? []
    }
}

extension StorageState: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// How much there is, without any of it.
    public var description: String { "\(cookies.count) cookies, \(origins.count) origins" }
    /// How much there is, without any of it.
    public var debugDescription: String { description }
    /// Nothing.
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}

extension StorageState.Item: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The name alone.
    public var description: String { name }
    /// The name alone.
    public var debugDescription: String { name }
    /// Nothing.
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
