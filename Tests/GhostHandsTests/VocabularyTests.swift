import Foundation
import GhostHands
import Testing

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
}
