import GhostHands
import NIOCore

/// How a stream is written: as server-sent events (html.spec.whatwg.org, 9.2) or a JSON value a line.
enum StreamNotation: Sendable {
    case serverSentEvents
    case lines

    /// What the caller accepts: lines where they are asked for, else server-sent events.
    init(accept: String?) {
        self = accept?.lowercased().contains("ndjson") == true ? .lines : .serverSentEvents
    }

    var contentType: String {
        switch self {
        case .serverSentEvents: "text/event-stream; charset=utf-8"
        case .lines: "application/x-ndjson"
        }
    }

    /// What a stream begins with: after how many milliseconds a client that was cut off comes again.
    var opening: ByteBuffer? {
        switch self {
        case .serverSentEvents: ByteBuffer(string: "retry: 2000\n\n")
        case .lines: nil
        }
    }

    /// A sign of life.
    var heartbeat: ByteBuffer {
        switch self {
        case .serverSentEvents: ByteBuffer(string: ": hb\n\n")
        case .lines: ByteBuffer(string: "{\"heartbeat\":true}\n")
        }
    }

    /// Writes one thing that was told.
    ///
    /// - Parameters:
    ///   - value: the thing; as JSON it has no line breaks.
    ///   - place: what a client names to go on behind it.
    ///   - buffer: where to.
    func write(_ value: JSON, at place: Int, to buffer: inout ByteBuffer) {
        if self == .serverSentEvents { buffer.writeString("id: \(place)\ndata: ") }
        buffer.writeBytes(value.data)
        buffer.writeString(self == .serverSentEvents ? "\n\n" : "\n")
    }

    /// Writes the last thing: why there will be no more.
    func writeEnd(_ status: String, at place: Int, to buffer: inout ByteBuffer) {
        switch self {
        case .serverSentEvents:
            let data = JSON.object(["status": .string(status)]).text
            buffer.writeString("id: \(place)\nevent: end\ndata: \(data)\n\n")
        case .lines: buffer.writeString(JSON.object(["end": .string(status)]).text + "\n")
        }
    }
}
