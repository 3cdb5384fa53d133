import GhostHands
import Testing

struct TraceContextTests {
    private static let header = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"

    @Test func `a header is read, and a request of ours is another span of its trace`() throws {
        let trace = try #require(TraceContext(Self.header))
        #expect(trace.text == Self.header)
        #expect(trace.traceID == "4bf92f3577b34da6a3ce929d0e0e4736")
        #expect(trace.header(span: 255) == "00-4bf92f3577b34da6a3ce929d0e0e4736-00000000000000ff-01")
    }

    @Test func `a later version is read as far as this one goes`() {
        #expect(TraceContext("cc" + Self.header.dropFirst(2) + "-more")?.text == "cc" + Self.header.dropFirst(2))
    }

    @Test(arguments: [
        "", "00", "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
        "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
        "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more",
        "00-4bf92f3577b34da6a3ce929d0e0e473-00f067aa0ba902b7-01", "00-x-y-z\r\nx-evil: 1",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-1\u{e9}",
    ])
    func `what is no such header is none`(text: String) {
        #expect(TraceContext(text) == nil)
    }
}
