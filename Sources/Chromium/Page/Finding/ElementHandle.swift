/// Names one element of one document of one frame.
///
/// It does not outlive its document: used after a navigation, it fails as detached.
public struct ElementHandle: Hashable, Sendable {
    /// The frame the element is in.
    public let frame: String
    /// Which of the frame's documents, counted from the frame's first.
    public let document: Int
    /// The element's number in its document's registry.
    public let id: Int
}
