import Chromium
import Foundation
import GhostHands

/// What of an applicant's facts something carries, by which an application is known wherever it goes.
struct CarriedFacts: Sendable {
    private var told: Set<Words> = []
    private var hasDocument = false
    /// Whether something was written that nobody can read, and that is long enough for a form.
    private var isSealed = false

    /// None.
    init() {}

    /// The facts among values.
    ///
    /// - Parameters:
    ///   - values: what a form holds.
    ///   - facts: the applicant's.
    init(in values: [String], of facts: Set<Words>) {
        told = facts.intersection(values.map(Words.init))
        hasDocument = values.contains(where: Self.isDocument)
    }

    /// The facts in a request, also several in one value, and within base64.
    ///
    /// - Parameters:
    ///   - request: the request.
    ///   - facts: the applicant's.
    ///   - mayBeSealed: whether what cannot be read may be the application.
    init(in request: PageActivity.Request, of facts: Set<Words>, mayBeSealed: Bool) {
        guard let parts = SentBody.parts(of: request) else {
            isSealed = mayBeSealed
            return
        }
        if parts.contains(where: { Words($0.name).contains("password") }) { return }
        for part in parts {
            let text = Self.plain(part.value)
            add(CarriedFacts(in: [part.value, text], of: facts))
            let words = Words(text)
            if words.list.count > 1 { told.formUnion(facts.filter { words.contains($0.text) }) }
            if mayBeSealed, text == part.value, SentComparison.isOpaque(text), !Self.isToken(part.name) {
                isSealed = true
            }
        }
    }

    /// How many: two facts of the applicant's, or one and a document, are an application.
    var count: Int { told.count + (hasDocument ? 1 : 0) }

    /// Whether that is an application, or may be one.
    var isApplication: Bool { isSealed || count >= 2 }

    /// Takes in what something else carries: an application may be sent in pieces.
    mutating func add(_ other: CarriedFacts) {
        told.formUnion(other.told)
        hasDocument = hasDocument || other.hasDocument
        isSealed = isSealed || other.isSealed
    }

    private static func isDocument(_ value: String) -> Bool {
        documents.contains { value.lowercased().hasSuffix($0) }
    }

    private static let documents = [".pdf", ".doc", ".docx", ".odt", ".rtf", ".txt"]

    /// What base64 stands for where that is a text; else the value itself.
    private static func plain(_ value: String) -> String {
        let standard = value.replacing("-", with: "+").replacing("_", with: "/")
        guard value.count >= shortestEncoded, !value.contains(" "),
            let data = Data(base64Encoded: standard + String(repeating: "=", count: (4 - standard.count % 4) % 4)),
            let text = String(data: data, encoding: .utf8),
            text.unicodeScalars.allSatisfy({ $0.value >= 32 || $0 == "\n" || $0 == "\r" || $0 == "\t" })
        else { return value }
        return text
    }

    private static let shortestEncoded = 16

    /// Whether a value proves who asks, or that a challenge is passed: no part of a form.
    private static func isToken(_ name: String) -> Bool {
        let name = name.lowercased()
        return tokens.contains(where: name.contains)
    }

    private static let tokens = [
        "token", "captcha", "response", "challenge", "nonce", "csrf", "xsrf", "signature", "session", "jwt", "key",
        "hash", "visitor", "device",
    ]
}
