/// Reads server-sent events as they come (WHATWG HTML, 9.2).
struct EventStream {
    /// One event.
    struct Event: Hashable {
        var name = ""
        var data = ""
    }

    private var rest: [UInt8] = []
    private var event = Event()
    private var hasData = false

    /// Takes in bytes.
    ///
    /// - Parameter bytes: what came.
    /// - Returns: the events that are complete now.
    mutating func take(_ bytes: some Sequence<UInt8>) -> [Event] {
        rest += bytes
        var events: [Event] = []
        while let end = rest.firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) {
            // A line may end with both; the second half may still be on its way.
            if rest[end] == 0x0D, end + 1 == rest.count { break }
            let line = String(decoding: rest[..<end], as: UTF8.self)
            let isPair = rest[end] == 0x0D && rest[end + 1] == 0x0A
            rest.removeSubrange(...(isPair ? end + 1 : end))
            if let done = read(line) { events.append(done) }
        }
        return events
    }

    private mutating func read(_ line: String) -> Event? {
        if line.isEmpty {
            defer { (event, hasData) = (Event(), false) }
            return hasData ? event : nil
        }
        let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        var value = parts.count > 1 ? parts[1] : ""
        if value.first == " " { value.removeFirst() }
        switch parts[0] {
        case "event": event.name = String(value)
        case "data":
            event.data += (hasData ? "\n" : "") + value
            hasData = true
        default: break
        }
        return nil
    }
}
