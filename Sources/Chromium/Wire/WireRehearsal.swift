import Foundation
import NIOCore

/// Messages of no browser, decoded while there is something else to wait for.
///
/// The first message of each kind takes the longest: the types that it is decoded by are made ready. A page's first
/// events and replies would wait for that one after the other.
package enum WireRehearsal {
    /// Decodes a message of each kind.
    package static func run() {
        _ = events()
        try? decode(Evaluation.self, TextEvaluation.self, NavigationReply.self, FrameTreeReply.self, Nothing.self)
    }

    static func events() -> [PageEvent] { PageEvent.all(in: ByteBuffer(string: message)) }

    private static func decode<each Result: Decodable & Sendable>(_ types: repeat (each Result).Type) throws {
        let reply = ByteBuffer(string: reply)
        repeat _ = try Reply<each Result>.parsed(reply, to: "")
    }

    /// What any event has.
    private static let message = """
        {"method": "", "params": {"frameId": "F", "parentFrameId": "F", "loaderId": "L", "requestId": "R", "name": "load",
        "reason": "remove", "url": "about:blank", "disposition": "currentTab", "navigationType": "differentDocument",
        "type": "Document", "message": "", "mode": "selectSingle", "payload": "{}", "sessionId": "S", "guid": "G",
        "suggestedFilename": "", "totalBytes": 1, "receivedBytes": 1, "state": "completed", "resourceType": "Document", "networkId": "R",
        "frame": {"id": "F", "loaderId": "L", "url": "about:blank"},
        "request": {"url": "about:blank", "method": "POST", "hasPostData": true, "postData": "a=1",
        "headers": {"Content-Type": "application/x-www-form-urlencoded"}},
        "response": {"status": 200, "remoteIPAddress": "127.0.0.1", "headers": {"Content-Type": "text/html"}},
        "targetInfo": {"targetId": "T", "type": "page", "browserContextId": "C"}}}
        """

    /// What any reply has.
    private static let reply = """
        {"id": 1, "result": {"loaderId": "L", "result": {"type": "string", "value": "", "objectId": "O"},
        "frameTree": {"frame": {"id": "F", "loaderId": "L", "url": "about:blank"}}}}
        """
}
