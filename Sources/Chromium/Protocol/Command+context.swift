extension Command where Result == NewContext {
    static var createContext: Command { Command("Target.createBrowserContext", ["disposeOnDetach": true]) }
}

extension Command where Result == Nothing {
    static func keepDownloads(of context: String, in folder: String) -> Command {
        Command(
            "Browser.setDownloadBehavior",
            [
                "behavior": "allowAndName", "browserContextId": .string(context), "downloadPath": .string(folder),
                "eventsEnabled": true,
            ]
        )
    }

    static func giveUpDownload(_ id: String, of context: String) -> Command {
        Command("Browser.cancelDownload", ["guid": .string(id), "browserContextId": .string(context)])
    }

    /// All others are refused, so that no site waits for an answer that nobody will give.
    static func grant(_ permissions: [ContextOptions.Permission], in context: String) -> Command {
        let names = permissions.flatMap(\.names).map { JSONValue.string($0) }
        return Command(
            "Browser.grantPermissions",
            ["permissions": .array(names), "browserContextId": .string(context)]
        )
    }

    static func extraHeaders(_ headers: [String: String]) -> Command {
        Command("Network.setExtraHTTPHeaders", ["headers": .object(headers.mapValues { .string($0) })])
    }

    /// Which requests wait for our word: all, or those for documents alone.
    static func intercept(_ options: ContextOptions) -> Command {
        let pattern: JSONValue = options.judgesAll ? ["urlPattern": "*"] : ["resourceType": "Document"]
        return Command("Fetch.enable", ["patterns": [pattern]])
    }

    static func identify(as identity: Identity) -> Command {
        var params: [String: JSONValue] = [
            "userAgent": .string(identity.userAgent), "platform": .string(identity.platform.script),
            "userAgentMetadata": identity.hints,
        ]
        if let locale = identity.locale { params["acceptLanguage"] = .string(locale) }
        return Command("Emulation.setUserAgentOverride", .object(params))
    }
}

extension Identity {
    fileprivate var hints: JSONValue {
        let brands = brands
        return [
            "brands": .array(brands.map { ["brand": .string($0.name), "version": .string($0.major)] }),
            "fullVersionList": .array(brands.map { ["brand": .string($0.name), "version": .string($0.full)] }),
            "platform": .string(platform.name), "platformVersion": .string(platform.version), "architecture": "x86",
            "bitness": "64", "model": "", "mobile": .bool(isMobile), "wow64": false,
        ]
    }
}

extension ContextOptions.Permission {
    fileprivate var names: [String] {
        switch self {
        case .geolocation: ["geolocation"]
        case .notifications: ["notifications"]
        case .clipboard: ["clipboardReadWrite", "clipboardSanitizedWrite"]
        case .camera: ["videoCapture"]
        case .microphone: ["audioCapture"]
        }
    }
}

struct DownloadBegan: Decodable, Sendable {
    let frameId: String
    let guid: String
    let url: String
    let suggestedFilename: String
}

struct DownloadProgressed: Decodable, Sendable {
    let guid: String
    let totalBytes: Double
    let receivedBytes: Double
    let state: String
}
