import Foundation
import NIOConcurrencyHelpers

/// The part of Supabase Storage's protocol that is used, with its habit of answering 400 for what is not found.
final class FakeSupabase: Sendable {
    private let files = NIOLockedValueBox<[String: Data]>([:])

    @Sendable func answer(_ request: TinyServer.Request) -> TinyServer.Reply? {
        let path = request.path.replacingOccurrences(of: "/storage/v1", with: "")
        if request.method == "GET", path == "/bucket/screenshots" { return .init(body: Data("{}".utf8)) }
        if request.method == "POST", path.hasPrefix("/object/sign/") {
            return .init(body: Data(#"{"signedURL":"\#(path)?token=jwt"}"#.utf8))
        }
        return files.withLockedValue { files in
            switch request.method {
            case "POST" where request.headers["x-upsert"] == "true":
                files[path] = request.body
                return .init(body: Data(#"{"Id":"1","Key":"k"}"#.utf8))
            case "GET": return files[path].map { .init(body: $0) } ?? Self.missing
            case "DELETE": return files.removeValue(forKey: path).map { _ in .init() } ?? Self.missing
            default: return .init(status: 400)
            }
        }
    }

    private static let missing = TinyServer.Reply(
        status: 400,
        body: Data(#"{"statusCode":"404","error":"not_found","message":"Object not found","code":"NoSuchKey"}"#.utf8)
    )
}
