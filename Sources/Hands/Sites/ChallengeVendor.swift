import Foundation
import GhostHands

/// What is known of one maker of challenges, as data: by what its challenges are told from its mere presence.
///
/// No code asks for one by its name. Addresses are patterns of what stands after the scheme, from the host on.
struct ChallengeVendor: Sendable {
    /// Its name in reports, in lower case.
    let name: String
    /// Its name for a person.
    let title: String
    /// What a person has to answer beside a form.
    var box = Box()
    /// A window over the page that holds the challenge itself.
    var window = Window()
    /// What only a page has that stands in the place of the one that was asked for.
    var page = Wall()
    /// Whether such a page, or an unanswered box, often passes without anybody's doing.
    var mayPass = false
    /// Patterns of where its scripts come from, and where it sends what is done in it.
    var own: [String] = []

    /// By what a box is known that is to be answered beside a form.
    struct Box: Sendable {
        /// Patterns of frames' addresses.
        var frames: [String] = []
        /// Selectors of elements to be seen.
        var elements: [String] = []
        /// Selectors of what is filled in once a person, or the widget itself, has answered.
        var tokens: [String] = []
        /// Selectors of a place for a box that a script draws.
        var places: [String] = []
    }

    /// By what a window over the page is known.
    struct Window: Sendable {
        /// Patterns of frames' addresses.
        var frames: [String] = []
        /// Selectors of elements to be seen.
        var elements: [String] = []
        /// What it asks for.
        var kind = Blocker.Kind.captcha
    }

    /// By what a page is known that stands in the place of another.
    struct Wall: Sendable {
        /// Selectors of elements to be seen, or of scripts.
        var elements: [String] = []
        /// Patterns in scripts that stand in the page itself.
        var scripts: [String] = []
        /// The headers of a document that say that it is a challenge.
        var answers: [Answer] = []
        /// What it asks for, when nothing on it shows a puzzle.
        var kind = Blocker.Kind.botCheck
    }

    /// A header, and the values by which it says so; any value where there are none.
    struct Answer: Sendable {
        let header: String
        var values: [String] = []
        /// The values by which it poses a puzzle.
        var puzzles: [String] = []
    }
}

extension ChallengeVendor {
    /// What the scripts in the page look for.
    var json: JSON {
        .object([
            "name": .string(name), "own": JSON(own), "tokens": JSON(box.tokens), "places": JSON(box.places),
            "box": Self.marks(frames: box.frames, elements: box.elements),
            "window": Self.marks(frames: window.frames, elements: window.elements),
            "page": Self.marks(elements: page.elements, scripts: page.scripts),
        ])
    }

    private static func marks(frames: [String] = [], elements: [String], scripts: [String] = []) -> JSON {
        .object(["frames": JSON(frames), "elements": JSON(elements), "scripts": JSON(scripts)])
    }

    /// The challenge that the headers of a document say it is; nil when they say nothing of one.
    ///
    /// - Parameter headers: by their names in lower case.
    /// - Returns: who posed it, and of what kind it is.
    static func posed(by headers: [String: String]) -> (vendor: ChallengeVendor, kind: Blocker.Kind)? {
        if headers.isEmpty { return nil }
        for vendor in known {
            for answer in vendor.page.answers {
                guard let value = headers[answer.header]?.lowercased() else { continue }
                if answer.puzzles.contains(value) { return (vendor, .captcha) }
                if answer.values.isEmpty || answer.values.contains(value) { return (vendor, vendor.page.kind) }
            }
        }
        return nil
    }

    /// Whether a request is a challenge's own, and no part of what the page sends.
    ///
    /// - Parameter url: where it goes.
    static func isOwn(_ url: String) -> Bool {
        guard let scheme = url.range(of: "://") else { return false }
        let address = String(url[scheme.upperBound...])
        let whole = NSRange(address.startIndex..., in: address)
        return requests.contains { $0.firstMatch(in: address, range: whole) != nil }
    }

    /// Where challenges send what is done in them: made ready once, since that takes longer than to judge a request.
    private static let requests = known.flatMap(\.own).compactMap {
        try? NSRegularExpression(pattern: $0, options: .caseInsensitive)
    }

    /// The maker of a name.
    static func named(_ name: String) -> ChallengeVendor? { known.first { $0.name == name } }
}
