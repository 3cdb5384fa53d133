import Foundation

/// What a context tells sites about its browser: the user agent, and client hints that say the same.
struct Identity: Sendable {
    let userAgent: String
    let locale: String?
    /// The version the browser has in truth.
    private let version: String

    /// The product is what the browser calls itself, such as `HeadlessChrome/156.0.8078.79`.
    init(userAgent: String, locale: String?, product: String) {
        self.userAgent = userAgent
        self.locale = locale
        version = String(product.drop { $0 != "/" }.dropFirst())
    }

    /// The version that follows a word of the user agent.
    private func version(after word: String) -> String? {
        guard let range = userAgent.range(of: word) else { return nil }
        let digits = userAgent[range.upperBound...].prefix { $0.isNumber || $0 == "." || $0 == "_" }
        return digits.isEmpty ? nil : String(digits).replacing("_", with: ".")
    }

    private var claimed: String? { version(after: "Chrome/") }

    private var fullVersion: String? {
        guard let claimed else { return nil }
        return claimed.split(separator: ".").first == version.split(separator: ".").first ? version : claimed
    }

    /// Browsers that are not Chromium send no hints.
    var brands: [(name: String, major: String, full: String)] {
        guard let fullVersion, let major = fullVersion.split(separator: ".").first.map(String.init) else { return [] }
        return [("Chromium", major, fullVersion), ("Not_A Brand", "24", "24.0.0.0")]
    }

    var isMobile: Bool { userAgent.contains("Mobile") }

    /// The system, its version, and what scripts know it by.
    var platform: (name: String, version: String, script: String) {
        if userAgent.contains("Windows") { return ("Windows", "15.0.0", "Win32") }
        if userAgent.contains("Android") { return ("Android", version(after: "Android ") ?? "", "Linux armv8l") }
        if userAgent.contains("iPhone") { return ("iOS", version(after: "iPhone OS ") ?? "", "iPhone") }
        if userAgent.contains("Macintosh") { return ("macOS", version(after: "Mac OS X ") ?? "", "MacIntel") }
        return ("Linux", "", "Linux x86_64")
    }
}
