import Foundation

struct FrameAttached: Decodable, Sendable {
    let frameId: String
    let parentFrameId: String
}

struct FrameDetached: Decodable, Sendable {
    let frameId: String
    let reason: String?
}

struct FrameNavigated: Decodable, Sendable {
    let frame: FrameFacts
}

struct FrameOnly: Decodable, Sendable {
    let frameId: String
}

struct WithinDocument: Decodable, Sendable {
    let frameId: String
    let url: String
}

struct NavigationRequested: Decodable, Sendable {
    let frameId: String
    let disposition: String
}

struct NavigationStarted: Decodable, Sendable {
    let frameId: String
    let navigationType: String
}

struct Lifecycle: Decodable, Sendable {
    let frameId: String
    let loaderId: String
    let name: String
}

struct DialogOpened: Decodable, Sendable {
    let type: String
    let message: String
    let defaultPrompt: String?
}

struct RequestSent: Decodable, Sendable {
    let requestId: String
    let loaderId: String
    let request: RequestData
    let frameId: String?
    let type: String?
    let redirectResponse: Response?
}

struct Response: Decodable, Sendable {
    let status: Int
    let remoteIPAddress: String?
}

struct ResponseReceived: Decodable, Sendable {
    let requestId: String
    let loaderId: String
    let frameId: String?
    let type: String
    let response: Response
    /// Of a document, by their names in lower case; a page has too many other answers to read theirs.
    let headers: [String: String]

    private enum Key: String, CodingKey { case requestId, loaderId, frameId, type, response }
    private enum ResponseKey: String, CodingKey { case headers }

    init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: Key.self)
        requestId = try members.decode(String.self, forKey: .requestId)
        loaderId = try members.decode(String.self, forKey: .loaderId)
        frameId = try members.decodeIfPresent(String.self, forKey: .frameId)
        type = try members.decode(String.self, forKey: .type)
        response = try members.decode(Response.self, forKey: .response)
        guard type == "Document" else {
            headers = [:]
            return
        }
        let answer = try members.nestedContainer(keyedBy: ResponseKey.self, forKey: .response)
        let named = try answer.decodeIfPresent([String: String].self, forKey: .headers) ?? [:]
        headers = Dictionary(named.map { ($0.key.lowercased(), $0.value) }) { first, _ in first }
    }
}

struct RequestOnly: Decodable, Sendable {
    let requestId: String
}

struct RequestPaused: Decodable, Sendable {
    let requestId: String
    /// What the page's other events call it.
    let networkId: String?
    let request: RequestData
    let frameId: String
    let resourceType: String
}

/// A function of ours that a script of ours has called.
struct BindingCalled: Decodable, Sendable {
    let name: String
    let payload: String
    let executionContextId: Int

    /// What it tells that somebody has done to the page.
    var stir: Stir? {
        guard name == Page.pressBinding, payload.utf8.count <= 200 else { return nil }
        var stir = try? JSONDecoder().decode(Stir.self, from: Data(payload.utf8))
        stir?.context = executionContextId
        return stir
    }

    /// The press that it tells of.
    var press: PageActivity.Press? {
        guard name == Page.pressBinding, payload.utf8.count <= 1 << 18 else { return nil }
        return try? JSONDecoder().decode(PageActivity.Press.self, from: Data(payload.utf8))
    }
}

/// Something that was done to a page by mouse or keyboard, by a person or by the hands; which keys is not told.
struct Stir: Decodable, Sendable {
    /// What was done.
    enum Kind: String, Decodable, Sendable {
        case keydown, pointerdown, pointermove, wheel, touchstart
        /// Something was chosen in a list that the browser itself shows.
        case change
        /// Something before the document could tell of it.
        case before
    }

    let kind: Kind
    /// Where in its document, for what is done with the mouse.
    let x: Double
    let y: Double
    /// How much was done in its document by then that may have entered something.
    let number: Int
    /// The number of our world in its document.
    var context = 0

    private enum CodingKeys: String, CodingKey {
        case kind = "stir"
        case x, y, number
    }
}

struct TargetAttached: Decodable, Sendable {
    struct Target: Decodable, Sendable {
        let targetId: String
        let type: String
        let browserContextId: String?
    }

    let sessionId: String
    let targetInfo: Target
}

struct TargetDetached: Decodable, Sendable {
    let sessionId: String
}

/// The page wants the user to choose files.
struct FileChooserOpened: Decodable, Sendable {
    let mode: String
    let backendNodeId: Int?

    var takesSeveral: Bool { mode == "selectMultiple" }
}
