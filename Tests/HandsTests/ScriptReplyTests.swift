import Chromium
import GhostHands
import TestSupport
import Testing

@testable import Hands

/// The scripts declare by JSDoc what they return, and Swift declares what it decodes: the two say the same.
struct ScriptReplyTests {
    struct Reply: Sendable, CustomTestStringConvertible {
        let name: String
        let type: any (Decodable & SendableMetatype).Type
        /// What is decoded beside the type.
        var more: ReplyMembers = [:]
        var testDescription: String { name }
    }

    private static let replies = [
        Reply(name: "FrameReading", type: FrameReading.self),
        Reply(name: "ControlState", type: WidgetDriver.Control.self),
        // Of a widget that is watched the document's version is read as well.
        Reply(name: "ListState", type: ListState.self, more: ["version": "number"]),
        Reply(name: "CalendarState", type: CalendarState.self, more: ["version": "number"]),
        Reply(name: "CalendarChoices", type: CalendarState.Choices.self),
        Reply(name: "OfferState", type: OfferState.self, more: ["version": "number"]),
        Reply(name: "ContentReading", type: PageContent.self),
    ]

    private static let scripts = TypeDefinitions(
        [PageReader.script.source, PageContent.script.source],
        others: [
            "ReturnType<typeof fields.read>": "FieldReading[]", "ReturnType<typeof challenges.read>": "ChallengeSign[]",
        ]
    )

    @Test(arguments: replies)
    func `a script returns the members that are decoded`(_ reply: Reply) throws {
        let decoded = try ReplyMembers(decoding: reply.type, words: ["text", "slider", "hidden", "box", "tags"])
        #expect(Self.scripts.members(of: reply.name) == decoded.merging(reply.more) { $1 })
    }

    @Test func `every type that a script declares is looked at`() {
        let parts: Set = [
            "FieldReading", "Option", "ButtonReading", "ChallengeSign", "ReturnType<typeof fields.read>",
            "ReturnType<typeof challenges.read>",
        ]
        #expect(Self.scripts.names == parts.union(Self.replies.map(\.name)))
    }
}
