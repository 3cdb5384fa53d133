extension Command where Result == Nothing {
    static var enableNetwork: Command {
        Command("Network.enable", ["maxTotalBufferSize": 0, "maxResourceBufferSize": 0, "maxPostDataSize": 0])
    }

    static var interceptRequests: Command { Command("Fetch.enable", ["patterns": [["urlPattern": "*"]]]) }

    /// A service worker would answer in the page's stead, out of our sight.
    static var bypassServiceWorkers: Command { Command("Network.setBypassServiceWorker", ["bypass": true]) }

    private static var socketless: JSONValue { .string(String(decoding: PackageResources.sockets_js, as: UTF8.self)) }

    /// In every document to come.
    static var takeSocketsAway: Command {
        Command("Page.addScriptToEvaluateOnNewDocument", ["source": socketless, "runImmediately": true])
    }

    /// In a worker that has not begun.
    static var takeSocketsFromWorker: Command { Command("Runtime.evaluate", ["expression": socketless]) }

    static func letThrough(_ request: String) -> Command {
        Command("Fetch.continueRequest", ["requestId": .string(request)])
    }

    static func callOff(_ request: String) -> Command {
        Command("Fetch.failRequest", ["requestId": .string(request), "errorReason": "Aborted"])
    }

    static func block(_ request: String) -> Command {
        Command("Fetch.failRequest", ["requestId": .string(request), "errorReason": "BlockedByClient"])
    }
}
