import Foundation

/// What a page reports to those who watch it.
enum ViewEvent: Sendable {
    case frame(number: Int, FrameShown)
    case requestSent(RequestTimed)
    case responseReceived(ResponseTimed)
    case requestFinished(RequestTimedEnd)
    case requestFailed(RequestTimedEnd)
    case console(ConsoleCall)
    case exception(UncaughtException)
    case dialogClosed

    init?(_ event: Event) {
        switch event.method {
        case "Page.screencastFrame":
            guard let frame = event.decode(FrameShown.self) else { return nil }
            self = .frame(number: frame.sessionId, frame)
        case "Page.javascriptDialogClosed": self = .dialogClosed
        case "Network.requestWillBeSent": self.init(event, ViewEvent.requestSent)
        case "Network.responseReceived": self.init(event, ViewEvent.responseReceived)
        case "Network.loadingFinished": self.init(event, ViewEvent.requestFinished)
        case "Network.loadingFailed": self.init(event, ViewEvent.requestFailed)
        case "Runtime.consoleAPICalled": self.init(event, ViewEvent.console)
        case "Runtime.exceptionThrown": self.init(event, ViewEvent.exception)
        default: return nil
        }
    }

    private init?<Facts: Decodable>(_ event: Event, _ make: (Facts) -> ViewEvent) {
        guard let facts = event.decode(Facts.self) else { return nil }
        self = make(facts)
    }
}

struct FrameShown: Decodable, Sendable {
    struct Metadata: Decodable, Sendable {
        let deviceWidth: Double
        let deviceHeight: Double
    }

    let data: Data
    let sessionId: Int
    let metadata: Metadata
}

struct RequestTimed: Decodable, Sendable {
    struct Request: Decodable, Sendable {
        let url: String
        let method: String
    }

    struct Redirect: Decodable, Sendable {
        let status: Int
        let encodedDataLength: Double?
    }

    let requestId: String
    let timestamp: Double
    let request: Request
    let type: String?
    let redirectResponse: Redirect?
}

struct ResponseTimed: Decodable, Sendable {
    struct Response: Decodable, Sendable {
        let status: Int
    }

    let requestId: String
    let response: Response
}

struct RequestTimedEnd: Decodable, Sendable {
    let requestId: String
    let timestamp: Double
    let encodedDataLength: Double?
    let errorText: String?
}

struct ConsoleCall: Decodable, Sendable {
    struct Argument: Decodable, Sendable {
        let description: String?
        let text: String?

        private enum CodingKeys: String, CodingKey {
            case value
            case description
        }

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            description = try? container.decode(String.self, forKey: .description)
            text = try? container.decode(String.self, forKey: .value)
        }
    }

    let type: String
    let args: [Argument]

    var message: String { args.map { $0.text ?? $0.description ?? "" }.joined(separator: " ") }
}

struct UncaughtException: Decodable, Sendable {
    struct Details: Decodable, Sendable {
        struct Thrown: Decodable, Sendable {
            let description: String?
        }

        let text: String
        let exception: Thrown?
    }

    let exceptionDetails: Details

    var message: String {
        let first = exceptionDetails.exception?.description?.split(separator: "\n").first.map(String.init)
        return first ?? exceptionDetails.text
    }
}
