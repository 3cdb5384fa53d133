import Foundation

extension InPageScript {
    /// Where things are in a picture, and painting on it.
    static let view = InPageScript(embedded: PackageResources.view_js, as: "ghosthandsView")
    /// The page in few words.
    static let outline = InPageScript(embedded: PackageResources.outline_js, as: "ghosthandsOutline")
    /// The page as harmless HTML.
    static let snapshot = InPageScript(embedded: PackageResources.snapshot_js, as: "ghosthandsSnapshot")

    /// What a person must be shown besides a picture of the page.
    static let live = InPageScript(embedded: PackageResources.live_js, as: "ghosthandsLive")

    private init(embedded bytes: [UInt8], as name: String) {
        self.init(name: name, source: String(decoding: bytes, as: UTF8.self))
    }
}

extension Page {
    /// Calls a function of a script that only those documents get that are looked at.
    func look<R: Decodable>(
        _ script: InPageScript,
        _ function: String,
        _ arguments: [JSONValue] = [],
        in node: FrameTree.Node,
        by deadline: Deadline
    ) async throws -> R {
        let result = try await run(script, function, .array(arguments), in: node, by: deadline)
        do {
            return try JSONDecoder().decode(R.self, from: result)
        } catch {
            throw ChromiumError(.protocol, "\(function) answered with what it should not")
        }
    }
}
