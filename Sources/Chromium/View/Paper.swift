/// The paper a page is printed on, in inches.
public struct Paper: Hashable, Sendable {
    /// The width of the upright sheet.
    public var width: Double
    /// The height of the upright sheet.
    public var height: Double
    /// The margin on every side.
    public var margin: Double
    /// Whether the sheet lies on its side.
    public var isLandscape: Bool
    /// Whether backgrounds are printed.
    public var hasBackgrounds: Bool
    /// Whether a size that the page's own style sheet states goes before this one.
    public var prefersPageSize: Bool

    /// Describes paper; A4 unless told otherwise.
    /// - Parameters:
    ///   - width: The width of the upright sheet.
    ///   - height: The height of the upright sheet.
    ///   - margin: The margin on every side.
    ///   - isLandscape: Whether the sheet lies on its side.
    ///   - hasBackgrounds: Whether backgrounds are printed.
    ///   - prefersPageSize: Whether a size that the page's own style sheet states goes before this one.
    public init(
        width: Double = 8.27,
        height: Double = 11.69,
        margin: Double = 0.4,
        isLandscape: Bool = false,
        hasBackgrounds: Bool = true,
        prefersPageSize: Bool = false
    ) {
        self.width = width
        self.height = height
        self.margin = margin
        self.isLandscape = isLandscape
        self.hasBackgrounds = hasBackgrounds
        self.prefersPageSize = prefersPageSize
    }
}
