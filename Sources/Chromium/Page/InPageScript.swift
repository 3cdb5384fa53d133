/// A script of ours that runs beside a page's own, unseen by it.
public struct InPageScript: Hashable, Sendable {
    /// The global its functions hang on: `globalThis.<name>.<function>`.
    public let name: String
    /// Its JavaScript.
    public let source: String

    /// Makes a script.
    public init(name: String, source: String) {
        self.name = name
        self.source = source
    }
}
