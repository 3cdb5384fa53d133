import TestSupport
import Testing

@testable import Chromium

struct ScriptReplyTests {
    @Test func `the outline's script returns the members that are decoded`() throws {
        let script = TypeDefinitions([String(decoding: PackageResources.outline_js, as: UTF8.self)])
        #expect(script.members(of: "Outline") == (try ReplyMembers(decoding: FrameOutline.self)))
    }
}
