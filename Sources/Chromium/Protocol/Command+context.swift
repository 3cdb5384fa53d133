extension Command where Result == NewContext {
    /// Without the exception that Chromium makes for this machine, a proxied context would reach it directly.
    static func createContext(through proxy: ContextOptions.Proxy?) -> Command {
        var params: [String: JSONValue] = ["disposeOnDetach": true]
        if let proxy {
            params["proxyServer"] = .string(proxy.server)
            params["proxyBypassList"] = .string((["<-loopback>"] + proxy.bypass).joined(separator: ";"))
        }
        return Command("Target.createBrowserContext", .object(params))
    }
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
        let onlyDocuments = !options.judgesAll && !options.answersAuthentication
        let pattern: JSONValue = onlyDocuments ? ["resourceType": "Document"] : ["urlPattern": "*"]
        return Command(
            "Fetch.enable",
            ["patterns": [pattern], "handleAuthRequests": .bool(options.answersAuthentication)]
        )
    }

    /// Without credentials the site's refusal is shown.
    static func authenticate(_ request: String, as credentials: ContextOptions.Credentials?) -> Command {
        var response: [String: JSONValue] = ["response": "CancelAuth"]
        if let credentials {
            response = [
                "response": "ProvideCredentials", "username": .string(credentials.user),
                "password": .string(credentials.password),
            ]
        }
        return Command(
            "Fetch.continueWithAuth",
            ["requestId": .string(request), "authChallengeResponse": .object(response)]
        )
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

struct AuthenticationRequired: Decodable, Sendable {
    struct Request: Decodable, Sendable {
        let url: String
    }

    struct Challenge: Decodable, Sendable {
        let source: String?
        let origin: String
    }

    let requestId: String
    let request: Request
    let authChallenge: Challenge

    var isFromProxy: Bool { authChallenge.source == "Proxy" }
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
