import Chromium
import Foundation
import GhostHands
import NIOConcurrencyHelpers
import Waiting

/// What one person is still to be told, and has been told.
///
/// Of everything only the newest is kept, and of pictures one is under way at most: who is slow misses what lay between.
final class LivePost: Sendable {
    fileprivate struct State {
        var scene: LiveScene?
        /// What was said of each thing last.
        var said: [String: JSON] = [:]
        var due: [JSON] = []
        var shown = 0
        /// The picture that has not arrived yet, and since when it is on its way.
        var underWay: (number: Int, since: ContinuousClock.Instant)?
        /// The pictures sent last, which the viewer still has: a text cursor that blinks alternates between two.
        var recent: [(hash: Int, size: Int, number: Int)] = []
        var delay: Duration?
        var adapted: ContinuousClock.Instant
    }

    private static let mostRecent = 4
    private let state: NIOLockedValueBox<State>
    private let news: Signal
    private let send: @Sendable (SocketMessage) async throws -> Void
    private let clock = ContinuousClock()

    init(news: Signal, _ send: @escaping @Sendable (SocketMessage) async throws -> Void) {
        self.news = news
        self.send = send
        state = NIOLockedValueBox(State(adapted: clock.now))
    }

    func scene(_ scene: LiveScene) {
        state.withLockedValue { state in
            state.scene = scene
            for words in LiveWords.of(scene) { state.say(words) }
        }
        news.raise()
    }

    /// Whose the control is; said again only when it changes.
    func control(_ words: JSON) { state.withLockedValue { $0.say(words) } }

    /// Something that is said once.
    func say(_ words: JSON) {
        state.withLockedValue { state in
            if state.due.count < 100 { state.due.append(words) }
        }
        news.raise()
    }

    func arrived(_ number: Int) {
        state.withLockedValue { state in
            guard let underWay = state.underWay, underWay.number == number else { return }
            let delay = clock.now - underWay.since
            state.delay = state.delay.map { ($0 * 3 + delay) / 4 } ?? delay
            state.underWay = nil
        }
        news.raise()
    }

    /// What quality suits the connection: less where a picture takes long, more where it takes a moment.
    func quality(after quality: Int) -> Int? {
        state.withLockedValue { state in
            guard let delay = state.delay, clock.now - state.adapted > .seconds(2) else { return nil }
            let wanted =
                delay > .milliseconds(350)
                ? max(20, quality - 20)
                : delay < .milliseconds(120) ? min(80, quality + 10) : quality
            guard wanted != quality else { return nil }
            state.adapted = clock.now
            return wanted
        }
    }

    /// Sends what is due.
    ///
    /// - Returns: how many pictures that were.
    func sendDue() async throws -> Int {
        let words = state.withLockedValue { state in
            defer { state.due = [] }
            return state.due
        }
        for one in words { try await send(.text(String(decoding: one.data, as: UTF8.self))) }
        guard let picture = state.withLockedValue({ next(&$0) }) else { return 0 }
        try await send(.binary(picture))
        return 1
    }

    private func next(_ state: inout State) -> Data? {
        guard state.underWay == nil, let picture = state.scene?.picture, picture.number > state.shown else {
            return nil
        }
        state.shown = picture.number
        state.underWay = (picture.number, clock.now)
        var hasher = Hasher()
        picture.data.withUnsafeBytes { hasher.combine(bytes: $0) }
        let hash = hasher.finalize()
        if let same = state.recent.first(where: { $0.hash == hash && $0.size == picture.data.count }) {
            return LiveHead(kind: .again, picture, same: same.number).bytes
        }
        state.recent.append((hash, picture.data.count, picture.number))
        if state.recent.count > Self.mostRecent { state.recent.removeFirst() }
        return LiveHead(kind: .picture, picture).bytes + picture.data
    }
}

extension LivePost.State {
    fileprivate mutating func say(_ words: JSON) {
        let about = words["t"].string ?? ""
        guard said[about] != words else { return }
        said[about] = words
        due.removeAll { $0["t"].string == about }
        due.append(words)
    }
}

/// The sixteen bytes before a picture or a piece of a file; numbers have their highest byte first.
struct LiveHead {
    enum Kind: UInt8 {
        /// A JPEG follows.
        case picture = 1
        /// The page looks as in an earlier picture, which is named in the place of the time.
        case again = 2
        /// A piece of a file follows.
        case file = 3
    }

    let kind: Kind
    let number: Int
    let width: Int
    let height: Int
    /// Milliseconds since the view began; of `again` the earlier picture's number.
    let more: Int

    init(kind: Kind, _ picture: LiveScene.Picture, same: Int? = nil) {
        self.kind = kind
        number = picture.number
        (width, height) = (picture.width, picture.height)
        more =
            same ?? Int(picture.time.components.seconds * 1000)
            + Int(picture.time.components.attoseconds / 1_000_000_000_000_000)
    }

    /// Kind, an empty byte, number (4), width (2), height (2), two empty bytes, time (4).
    var bytes: Data {
        func big(_ value: Int, _ count: Int) -> [UInt8] {
            (0..<count).reversed().map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
        }
        return Data([kind.rawValue, 0] + big(number, 4) + big(width, 2) + big(height, 2) + [0, 0] + big(more, 4))
    }
}
