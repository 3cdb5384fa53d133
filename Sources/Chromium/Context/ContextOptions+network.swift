public import Foundation

extension ContextOptions {
    /// A name and a password for sites that ask for them by HTTP.
    public struct Credentials: Hashable, Sendable, CustomStringConvertible {
        /// The user's name.
        public var user: String
        /// The password.
        public var password: String
        /// The only origin they are told to, such as `https://example.com`; nil tells every one that asks.
        public var origin: String?

        /// Makes credentials.
        public init(user: String, password: String, origin: String? = nil) {
            self.user = user
            self.password = password
            self.origin = origin
        }

        /// Nothing of them.
        public var description: String { "credentials" }
    }

    /// A proxy that all requests go through, those to this machine too.
    public struct Proxy: Hashable, Sendable {
        /// The proxy, such as `http://proxy.example:3128` or `socks5://127.0.0.1:1080`.
        public var server: String
        /// The hosts that are reached without it, in Chromium's notation.
        public var bypass: [String]
        /// What the proxy is told when it asks who we are.
        public var credentials: Credentials?

        /// Makes a proxy.
        public init(_ server: String, bypass: [String] = [], credentials: Credentials? = nil) {
            self.server = server
            self.bypass = bypass
            self.credentials = credentials
        }
    }

    /// What a site may do without asking.
    public enum Permission: String, Hashable, Sendable, CaseIterable {
        /// Know where we are.
        case geolocation
        /// Show notifications.
        case notifications
        /// Read the clipboard and write to it.
        case clipboard
        /// See through the camera.
        case camera
        /// Listen to the microphone.
        case microphone
    }

    /// What happens to files that sites send.
    public struct Downloads: Hashable, Sendable {
        /// Where they are kept, by safe names of their own.
        public var folder: URL
        /// How large one may be; a larger one is given up.
        public var mostBytes: Int
        /// How many there may be; more are given up.
        public var mostFiles: Int

        /// Makes rules.
        public init(to folder: URL, mostBytes: Int = 50 << 20, mostFiles: Int = 20) {
            self.folder = folder
            self.mostBytes = mostBytes
            self.mostFiles = mostFiles
        }
    }

    /// Whether every request is judged, and not those for documents alone.
    var judgesAll: Bool { allowed != nil || allowedHost != nil }
    var judgesRequests: Bool { judgesAll || allowedSites != nil || allowedDocument != nil }
    var answersAuthentication: Bool { credentials != nil || proxy?.credentials != nil }
    /// Whether requests wait until we allow them.
    var intercepts: Bool { judgesRequests || answersAuthentication }
}
