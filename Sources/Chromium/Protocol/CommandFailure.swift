/// The browser's refusal of a command.
struct CommandFailure: Decodable, Sendable {
    let message: String
}

extension ChromiumError {
    private static let signsOfDetachment = [
        "Cannot find context", "Execution context was destroyed", "navigated or closed",
        "Cannot find execution context",
        "same JavaScript world", "Could not find object", "Promise was collected", "Frame with the given id",
        "No frame for given id", "No frame with given id", "Frame with given id", "Could not find node",
        "Node with given id does not belong", "Cannot find default execution context",
    ]
    private static let signsOfClosing = [
        "Session with given id not found", "Target closed", "Not attached", "No target with",
    ]

    init(_ failure: CommandFailure, to method: String) {
        let text = failure.message
        if text.contains("crashed") {
            self.init(.crashed, "the page's process died during \(method)")
        } else if Self.signsOfDetachment.contains(where: text.contains) {
            self.init(.detached, "the document is gone")
        } else if Self.signsOfClosing.contains(where: text.contains) {
            self.init(.closed, "the page is closed")
        } else {
            self.init(.protocol, "\(method) was refused: \(text.prefix(200))")
        }
    }
}
