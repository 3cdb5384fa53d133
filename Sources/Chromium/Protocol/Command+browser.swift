struct BrowserVersion: Decodable, Sendable {
    let product: String
    let userAgent: String
}

struct NewContext: Decodable, Sendable {
    let browserContextId: String
}

struct NewTarget: Decodable, Sendable {
    let targetId: String
}

extension Command where Result == BrowserVersion {
    static var version: Command { Command("Browser.getVersion") }
}

extension Command where Result == NewTarget {
    static func createPage(in context: String) -> Command {
        Command("Target.createTarget", ["url": "about:blank", "browserContextId": .string(context)])
    }
}

extension Command where Result == Nothing {
    /// Whatever comes to life below a session is attached, and waits for us before it does anything.
    static var attachToAll: Command {
        Command("Target.setAutoAttach", ["autoAttach": true, "waitForDebuggerOnStart": true, "flatten": true])
    }

    static var resume: Command { Command("Runtime.runIfWaitingForDebugger") }

    static func disposeContext(_ id: String) -> Command {
        Command("Target.disposeBrowserContext", ["browserContextId": .string(id)])
    }

    static func closePage(_ target: String) -> Command {
        Command("Target.closeTarget", ["targetId": .string(target)])
    }

    static func denyDownloads(in context: String) -> Command {
        // Whether there are events is one switch for all contexts: the last call decides.
        Command(
            "Browser.setDownloadBehavior",
            ["behavior": "deny", "browserContextId": .string(context), "eventsEnabled": true]
        )
    }
}
