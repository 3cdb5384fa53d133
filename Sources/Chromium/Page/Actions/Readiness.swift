/// What the page says of an element that is to be acted upon.
struct Readiness: Decodable, Sendable {
    let x: Double?
    let y: Double?
    let reason: String?
    let gone: Bool?
    let done: Bool?
    let insert: Bool?
    let holds: Bool?
    /// For each of several fields whether it holds its entry, up to where somebody came in between.
    let entered: [Bool]?
    /// How much was done to the document, where that is more than we had heard of: then nothing more is done.
    let stirred: Int?

    /// Itself, unless it is a refusal.
    func checked() throws -> Readiness {
        if stirred != nil { throw Stirring.Overtaken() }
        if gone == true { throw ChromiumError(.detached, "the element is gone") }
        if let reason { throw ChromiumError(.notActionable, "the element is not ready: \(reason)") }
        return self
    }
}
