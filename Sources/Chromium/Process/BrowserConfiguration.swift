public import Foundation

/// How a browser is started.
public struct BrowserConfiguration: Sendable {
    /// Whether Chromium's own sandbox stays on.
    public enum Sandbox: Hashable, Sendable {
        /// On. Started by root, the browser runs as `nobody`, since Chromium refuses to sandbox for root.
        case automatic
        /// Off (`--no-sandbox`).
        case disabled
    }

    /// The browser's real executable, not a wrapper script; nil looks for an installed one.
    public var binary: String?
    /// Whether a window is shown; needs full Chromium and a display.
    public var headed: Bool
    /// Whether Chromium's sandbox stays on.
    public var sandbox: Sandbox
    /// The folder for temporary profiles; the browser's user must be able to reach it.
    public var profileParent: URL
    /// How long the browser may take to answer for the first time.
    public var launchTimeout: Duration
    /// How long the browser may take to open or close a context or a page.
    public var patience: Duration
    /// Faults to cause on the way to the browser, for tests; nil for none.
    public var faults: WireFaults?

    /// Makes a configuration.
    public init(
        binary: String? = nil,
        headed: Bool = false,
        sandbox: Sandbox = .automatic,
        profileParent: URL = FileManager.default.temporaryDirectory,
        launchTimeout: Duration = .seconds(20),
        patience: Duration = .seconds(20),
        faults: WireFaults? = nil
    ) {
        self.binary = binary
        self.headed = headed
        self.sandbox = sandbox
        self.profileParent = profileParent
        self.launchTimeout = launchTimeout
        self.patience = patience
        self.faults = faults
    }

    /// Finds the browser on this machine.
    ///
    /// They are the real programs; the wrappers beside them on the path would be killed in the browser's stead.
    ///
    /// - Returns: the path of what is run.
    /// - Throws: ``ChromiumError`` with `notFound` and where it was looked for.
    public func executable() throws(ChromiumError) -> String {
        let full = [
            "/usr/lib/chromium/chromium", "/usr/lib/chromium-browser/chromium-browser", "/opt/google/chrome/chrome",
            "/usr/lib64/chromium-browser/chromium-browser",
        ]
        let known = headed ? full : ["/usr/lib/chromium/chromium-headless-shell"] + full
        let candidates = binary.map { [$0] } ?? known
        let found = candidates.first { path in
            var isFolder: ObjCBool = false
            return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && !isFolder.boolValue
                && FileManager.default.isExecutableFile(atPath: path)
        }
        guard let found else {
            throw ChromiumError(.notFound, "no browser at \(candidates.joined(separator: ", "))")
        }
        return found
    }
}
