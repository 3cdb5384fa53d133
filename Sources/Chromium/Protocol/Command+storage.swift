import Foundation

/// A cookie as the browser tells it.
struct CookieFacts: Decodable, Sendable {
    struct Partition: Decodable, Sendable {
        let topLevelSite: String
        let hasCrossSiteAncestor: Bool
    }

    let name: String
    let value: String
    let domain: String
    let path: String
    let expires: Double
    let httpOnly: Bool
    let secure: Bool
    let session: Bool
    let sameSite: String?
    let partitionKey: Partition?

    var cookie: StorageState.Cookie {
        StorageState.Cookie(
            name: name,
            value: value,
            domain: domain,
            path: path,
            expires: session ? -1 : expires,
            httpOnly: httpOnly,
            secure: secure,
            sameSite: sameSite.flatMap(StorageState.Cookie.SameSite.init),
            partitionKey: partitionKey?.topLevelSite,
            hasCrossSiteAncestor: partitionKey?.hasCrossSiteAncestor
        )
    }
}

struct CookieJar: Decodable, Sendable {
    let cookies: [CookieFacts]
}

extension Command where Result == CookieJar {
    static func cookies(of context: String) -> Command {
        Command("Storage.getCookies", ["browserContextId": .string(context)])
    }
}

extension Command where Result == Nothing {
    static func setCookies(_ cookies: [StorageState.Cookie], in context: String) -> Command {
        let list = JSONValue.array(cookies.map(\.parameters))
        return Command("Storage.setCookies", ["cookies": list, "browserContextId": .string(context)])
    }

    /// Answers a request in the network's stead, with an empty page.
    static func answerWithNothing(_ request: String) -> Command {
        let header: JSONValue = ["name": "content-type", "value": "text/html"]
        return Command(
            "Fetch.fulfillRequest",
            ["requestId": .string(request), "responseCode": 200, "responseHeaders": [header], "body": ""]
        )
    }

    static var interceptNothing: Command { Command("Fetch.disable") }
    static var forgetHistory: Command { Command("Page.resetNavigationHistory") }
}

extension StorageState.Cookie {
    /// A cookie of one host alone is told by its address; told by its domain it would count for hosts below too.
    fileprivate var parameters: JSONValue {
        var parameters: [String: JSONValue] = [
            "name": .string(name), "value": .string(value), "path": .string(path), "httpOnly": .bool(httpOnly),
            "secure": .bool(secure),
        ]
        let host = domain.hasPrefix(".") ? String(domain.dropFirst()) : domain
        let bracketed = host.contains(":") && !host.hasPrefix("[") ? "[\(host)]" : host
        parameters["url"] = .string("\(secure ? "https" : "http")://\(bracketed)\(path)")
        if domain.hasPrefix(".") { parameters["domain"] = .string(domain) }
        if expires >= 0 { parameters["expires"] = .double(expires) }
        if let sameSite { parameters["sameSite"] = .string(sameSite.rawValue) }
        if let partitionKey {
            parameters["partitionKey"] = [
                "topLevelSite": .string(partitionKey), "hasCrossSiteAncestor": .bool(hasCrossSiteAncestor ?? true),
            ]
        }
        return .object(parameters)
    }
}
