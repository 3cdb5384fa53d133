/// What the page says of an element that is to be acted upon.
struct Readiness: Decodable, Sendable {
    let x: Double?
    let y: Double?
    let reason: String?
    let gone: Bool?
    let done: Bool?
    let insert: Bool?
    let holds: Bool?

    /// Itself, unless it is a refusal.
    func checked() throws -> Readiness {
        if gone == true { throw ChromiumError(.detached, "the element is gone") }
        if let reason { throw ChromiumError(.notActionable, "the element is not ready: \(reason)") }
        return self
    }
}
