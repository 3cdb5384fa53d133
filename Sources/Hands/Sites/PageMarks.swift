import GhostHands

/// What the scripts in the page are told of platforms and libraries, which they know by no name themselves.
enum PageMarks {
    /// Words in class names by which libraries mark a box that a calendar fills.
    private static let calendars = ["flatpickr"]

    /// Words in class names by which libraries mark what stands in for a native list.
    private static let lists = ["chosen", "chzn"]

    /// Elements whose own box is to be checked by a person, whatever stands beside it.
    private static let robots = ["altcha-widget"]

    /// The global `sites` of the scripts that read a page.
    static let script = Array("const sites = \(json);".utf8)

    private static let json = String(
        decoding: JSON.object([
            "steps": strings(HiringSite.known.flatMap(\.form.stepMarks)),
            "submenus": strings(HiringSite.known.flatMap(\.form.submenuMarks)),
            "challenges": .array(ChallengeVendor.known.map(\.json)),
            "calendars": strings(calendars), "lists": strings(lists), "robots": strings(robots),
        ]).data,
        as: UTF8.self
    )

    private static func strings(_ texts: [String]) -> JSON { .array(texts.map { .string($0) }) }
}
