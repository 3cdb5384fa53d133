import Demo
import Foundation
import GhostHands
import Outbound

/// Callbacks in lines for a person.
enum CallbackLines {
    /// A callback that the API lists, with its attempts.
    static func delivery(_ callback: JSON) -> [String] {
        let attempts = (callback["attempts"].array ?? []).map { attempt in
            let answer = attempt["http_status"].int.map { "HTTP \($0)" } ?? plain(attempt["error"].string)
            let reply = plain(attempt["reply"].string)
            return
                "    \(plain(attempt["at"].string))  \(attempt["ms"].int ?? 0) ms  \(attempt["outcome"].string ?? "")  "
                + answer + (reply.isEmpty ? "" : "  \(reply.prefix(100))")
        }
        return [head(callback)] + attempts
    }

    /// One of many jobs' callbacks.
    static func listed(_ callback: JSON) -> String {
        let error = plain(callback["last_error"].string)
        return "\(plain(callback["created_at"].string))  \(plain(callback["job_id"].string))  \(head(callback))"
            + (error.isEmpty ? "" : "  \(error.prefix(100))")
    }

    private static func head(_ callback: JSON) -> String {
        let state = callback["state"].string ?? ""
        let colour: Terminal.Colour = state == "delivered" ? .green : state == "dead" ? .red : .amber
        return
            "\(plain(callback["event_id"].string))  \(plain(callback["status"].string).padded(12))"
            + "\(Terminal.paint(state, colour))  \(plain(callback["url"].string))"
    }

    /// A callback that came.
    ///
    /// - Parameters:
    ///   - callback: what came.
    ///   - verdict: what it is worth; nil where nothing could be verified.
    ///   - isDouble: whether one of its id came before.
    ///   - time: when it came.
    static func arrival(
        _ callback: ReceivedCallback,
        _ verdict: CallbackVerifier.Verdict?,
        isDouble: Bool,
        at time: Date
    ) -> String {
        let json = callback.json
        let mark = verdict == .genuine ? Terminal.paint("✓", .green) : Terminal.paint(verdict == nil ? "?" : "✗", .red)
        var line = "\(Timestamp.text(time))  \(mark) \(plain(json["status"].string).padded(12))"
        line += "job \(plain(json["job_id"].string))  \(plain(callback.headers["webhook-id"]))"
        if let code = json["error_code"].string { line += "  \(plain(code))" }
        if let kind = json["interaction"]["type"].string { line += "  \(plain(kind))" }
        if isDouble { line += Terminal.paint("  again", .dim) }
        if let verdict, verdict != .genuine { line += Terminal.paint("  \(verdict.rawValue)", .red) }
        return line
    }

    /// Text from elsewhere, without what would move a terminal's cursor.
    private static func plain(_ text: String?) -> String {
        String(String.UnicodeScalarView((text ?? "").unicodeScalars.prefix(500).filter { !$0.properties.isControl }))
    }
}

extension Unicode.Scalar.Properties {
    fileprivate var isControl: Bool { generalCategory == .control || generalCategory == .format }
}

extension String {
    fileprivate func padded(_ width: Int) -> String {
        padding(toLength: max(width, count + 1), withPad: " ", startingAt: 0)
    }
}
