/// A page: a tab, or a popup.
public final class Page: Sendable {
    init() {}

    /// The address of the main frame's document.
    public var url: String { fatalError() }
    /// The page's frames in document order, the main one first.
    public var frames: [Frame] { fatalError() }
    /// The page's outermost frame.
    public var mainFrame: Frame { fatalError() }
}
