import Crypto
import Foundation
import GhostHands
import HTTPTypes
import Hummingbird
import Store

/// Lets those in who have the token of a paired browser, each to the jobs of its own user.
struct DeskDoor: Sendable {
    let operators: Operators

    /// What tokens begin with, so that whoever finds one knows what it is.
    private static let mark = "gho_"

    /// A token that nobody can guess.
    static func token() -> String { mark + Base64URL.text(LiveAccess.secret()) }

    static func digest(token: String) -> Data { LiveAccess.digest(Data(token.utf8)) }

    /// The digest of a code; nil for what is none.
    static func digest(code: String) -> Data? { DeskCode.plain(code).map { LiveAccess.digest(Data($0.utf8)) } }

    /// Who asks.
    ///
    /// - Throws: ``APIError`` 401 where no browser has this token, or has it no more.
    func enter(_ request: Request) async throws -> Operators.Operator {
        let words = (request.headers[.authorization] ?? "").split(separator: " ")
        guard words.count == 2, words[0].lowercased() == "bearer", words[1].hasPrefix(Self.mark) else {
            throw ServiceKeyGuard.unauthorized("The token of a paired browser is missing: `ghosthands operator pair`")
        }
        guard let found = try await operators.find(token: Self.digest(token: String(words[1]))) else {
            throw ServiceKeyGuard.unauthorized("This browser is paired no more: ask for a code and pair it anew")
        }
        return found
    }
}
