import Foundation
import Testing

@testable import GhostHands

@Suite struct VocabularyTests {
    @Test func `the published vocabulary is the one in use`() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let page = try String(contentsOf: root.appending(path: "docs/fields.md"), encoding: .utf8)
        let table = page.split(separator: "\n").filter { $0.hasPrefix("| `") }
        let published = table.flatMap { row in
            row.split(separator: "|")[0].split(separator: "`").filter { !$0.allSatisfy(\.isWhitespace) }.map(
                String.init
            )
        }
        #expect(published.count == Set(published).count)
        #expect(Set(published) == Set(Asked.allCases.map(\.rawValue)))
    }

    /// Labels are compared with them in that form.
    @Test func `names of facts are written in the words of a label`() {
        for term in Vocabulary.all {
            for name in term.names + term.alone + term.keys { #expect(Words(name).text == name) }
        }
    }
}
