/// What a picture of a page shows, and how it is kept.
public struct Screenshot: Hashable, Sendable {
    /// Which part of the page is taken.
    public enum Area: Hashable, Sendable {
        /// What a person sees without scrolling.
        case visible
        /// All of it, from the top.
        case fullPage
        /// One element, scrolled into view.
        case element(ElementHandle)
    }

    /// How the picture is kept; qualities go from 0 to 100.
    public enum Format: Hashable, Sendable {
        /// Every pixel as it was.
        case png
        /// Small, and without transparency.
        case jpeg(quality: Int)
        /// Smaller still; no side may be longer than 16,383 pixels, and what is beyond is left out.
        case webp(quality: Int)
    }

    /// Which part of the page is taken.
    public var area: Area
    /// How the picture is kept.
    public var format: Format
    /// Elements that are painted over in the picture; the page itself is not touched.
    public var masked: [ElementHandle]
    /// Whether password fields in all frames are painted over as well.
    public var masksPasswords: Bool
    /// How many pixels the picture may have; what lies below them is left out.
    public var mostPixels: Int

    /// Describes a picture.
    public init(
        _ area: Area = .visible,
        format: Format = .png,
        masked: [ElementHandle] = [],
        masksPasswords: Bool = false,
        mostPixels: Int = 60_000_000
    ) {
        self.area = area
        self.format = format
        self.masked = masked
        self.masksPasswords = masksPasswords
        self.mostPixels = mostPixels
    }
}

extension Screenshot.Format {
    var name: String {
        switch self {
        case .png: "png"
        case .jpeg: "jpeg"
        case .webp: "webp"
        }
    }

    var quality: Int? {
        switch self {
        case .png: nil
        case .jpeg(let quality), .webp(let quality): min(max(quality, 0), 100)
        }
    }

    /// The formats know no longer side.
    var longestSide: Double {
        switch self {
        case .png, .jpeg: 65_500
        case .webp: 16_383
        }
    }
}
