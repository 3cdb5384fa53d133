extension StorageState {
    /// A cookie.
    public struct Cookie: Codable, Hashable, Sendable {
        /// Which requests from other sites carry it.
        public enum SameSite: String, Codable, Hashable, Sendable {
            /// None.
            case strict = "Strict"
            /// Those that take the visitor to the site.
            case lax = "Lax"
            /// All.
            case none = "None"
        }

        /// The name.
        public var name: String
        /// The value.
        public var value: String
        /// The host it belongs to; with a dot before it, hosts below it too.
        public var domain: String
        /// The path it belongs to.
        public var path: String
        /// When it ends, in seconds since 1970; -1 with the session.
        public var expires: Double
        /// Whether scripts cannot see it.
        public var httpOnly: Bool
        /// Whether it travels only encrypted.
        public var secure: Bool
        /// Which requests from other sites carry it; nil where the site did not say.
        public var sameSite: SameSite?
        /// The site within which alone it counts; nil where it counts everywhere.
        public var partitionKey: String?
        /// Whether it was set from a frame below one of another site; counts only with a partition key.
        public var hasCrossSiteAncestor: Bool?

        /// Makes a cookie.
        public init(
            name: String,
            value: String,
            domain: String,
            path: String = "/",
            expires: Double = -1,
            httpOnly: Bool = false,
            secure: Bool = false,
            sameSite: SameSite? = nil,
            partitionKey: String? = nil,
            hasCrossSiteAncestor: Bool? = nil
        ) {
            self.name = name
            self.value = value
            self.domain = domain
            self.path = path
            self.expires = expires
            self.httpOnly = httpOnly
            self.secure = secure
            self.sameSite = sameSite
            self.partitionKey = partitionKey
            self.hasCrossSiteAncestor = hasCrossSiteAncestor
        }

        private enum CodingKeys: String, CodingKey {
            case name, value, domain, path, expires, httpOnly, secure, sameSite, partitionKey
            // Playwright's name for it.
            case hasCrossSiteAncestor = "_crHasCrossSiteAncestor"
        }

        /// Reads a cookie of which only name, value and domain must be there.
        /// - Parameter decoder: Where from.
        /// - Throws: `DecodingError` when something is missing or there in another form.
        public init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            name = try container.decode(String.self, forKey: .name)
            value = try container.decode(String.self, forKey: .value)
            domain = try container.decode(String.self, forKey: .domain)
            path = try container.decodeIfPresent(String.self, forKey: .path) ?? "/"
            expires = try container.decodeIfPresent(Double.self, forKey: .expires) ?? -1
            httpOnly = try container.decodeIfPresent(Bool.self, forKey: .httpOnly) ?? false
            secure = try container.decodeIfPresent(Bool.self, forKey: .secure) ?? false
            sameSite = try container.decodeIfPresent(String.self, forKey: .sameSite).flatMap(SameSite.init)
            partitionKey = try container.decodeIfPresent(String.self, forKey: .partitionKey)
            hasCrossSiteAncestor = try container.decodeIfPresent(Bool.self, forKey: .hasCrossSiteAncestor)
        }
    }
}

extension StorageState.Cookie: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The name and the host, never the value.
    public var description: String { "\(name) of \(domain)" }
    /// The name and the host, never the value.
    public var debugDescription: String { description }
    /// Nothing.
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
