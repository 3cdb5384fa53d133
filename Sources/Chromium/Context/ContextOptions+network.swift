public import Foundation

extension ContextOptions {
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
    /// Whether requests wait until we allow them.
    var judgesRequests: Bool { judgesAll || allowedDocument != nil }
}
