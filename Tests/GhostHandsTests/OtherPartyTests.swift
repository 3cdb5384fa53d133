import Testing

@testable import GhostHands

@Suite struct OtherPartyTests {
    private static let ways: [OtherParty] = [.occasion, .anywhere, .alone, .job, .whole, .inNames, .stranger]

    @Test func `each word for somebody else stands once in the table`() {
        let all = OtherParty.words(OtherParty(Self.ways))
        #expect(all.count == Set(all).count)
        #expect(!all.contains(""))
    }

    @Test(arguments: ways) func `every way to tell has its words`(_ way: OtherParty) {
        #expect(!OtherParty.words(way).isEmpty)
    }

    @Test func `a label that the phrasebook turns into a name is taken apart`() {
        let labels = [
            "Please state your full legal name:", "What's your current job title?", "Share your phone number",
        ]
        for label in labels {
            #expect(PlainLabel(.init(kind: .text, label: label)).asked != nil, "\(label)")
        }
    }
}
