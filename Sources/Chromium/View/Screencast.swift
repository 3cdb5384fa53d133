public import Foundation

/// How a page is shown live.
public struct Screencast: Hashable, Sendable {
    /// How good the frames are, from 0 to 100.
    public var quality: Int
    /// How wide a frame may be; larger pages are shown smaller.
    public var mostWidth: Int
    /// How high a frame may be.
    public var mostHeight: Int

    /// Describes a screencast.
    public init(quality: Int = 60, mostWidth: Int = 1_280, mostHeight: Int = 900) {
        self.quality = quality
        self.mostWidth = mostWidth
        self.mostHeight = mostHeight
    }

    /// What the page looked like at one moment.
    public struct Frame: Sendable {
        /// A JPEG.
        public let picture: Data
        /// How wide the page's visible part is, in the pixels that ``RemoteInput`` counts in.
        public let width: Double
        /// How high the page's visible part is.
        public let height: Double

        let number: Int
    }
}
