/// How the browser is to send pictures of a page, one with every change.
struct Screencast: Sendable {
    /// How good the frames are, from 0 to 100.
    let quality: Int
    /// How wide a frame may be; larger pages are shown smaller.
    let mostWidth: Int
    /// How high a frame may be.
    let mostHeight: Int
}
