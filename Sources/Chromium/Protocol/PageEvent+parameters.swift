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
    struct Request: Decodable, Sendable {
        let url: String
        let method: String
        let body: RequestBody

        private enum Key: String, CodingKey { case url, method, hasPostData, postData, headers }

        init(from decoder: any Decoder) throws {
            let members = try decoder.container(keyedBy: Key.self)
            url = try members.decode(String.self, forKey: .url)
            method = try members.decode(String.self, forKey: .method)
            guard try members.decodeIfPresent(Bool.self, forKey: .hasPostData) ?? false else {
                body = .none
                return
            }
            guard let text = try members.decodeIfPresent(String.self, forKey: .postData) else {
                body = .unseen
                return
            }
            let headers = try members.decodeIfPresent([String: String].self, forKey: .headers) ?? [:]
            let type = headers.first { $0.key.lowercased() == "content-type" }?.value
            body = .text(text, type: type ?? "")
        }
    }

    let requestId: String
    let loaderId: String
    let request: Request
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
}

struct RequestEnded: Decodable, Sendable {
    let requestId: String
}

struct RequestPaused: Decodable, Sendable {
    struct Request: Decodable, Sendable {
        let url: String
        let method: String
    }

    let requestId: String
    let request: Request
    let frameId: String
    let resourceType: String
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
