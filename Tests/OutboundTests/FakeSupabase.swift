import Foundation
import GhostHands
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
        if request.method == "POST", path.hasPrefix("/object/list/") { return list(request, path) }
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

    private func list(_ request: TinyServer.Request, _ path: String) -> TinyServer.Reply {
        let wanted = (try? JSON(parsing: request.body)) ?? .null
        let bucket = path.dropFirst("/object/list/".count)
        let folder = "/object/\(bucket)/\(wanted["prefix"].string ?? "")/"
        let found = files.withLockedValue { files in
            files.compactMap { path, data -> (String, Int?)? in
                guard let path = path.removingPercentEncoding, path.hasPrefix(folder) else { return nil }
                let rest = path.dropFirst(folder.count).split(separator: "/")
                return (String(rest[0]), rest.count == 1 ? data.count : nil)
            }
        }
        let rows = Dictionary(found) { first, _ in first }.map { name, bytes -> JSON in
            guard let bytes else { return ["name": .string(name), "id": .null, "updated_at": .null] }
            return [
                "name": .string(name), "id": "1", "updated_at": "2026-02-16T12:00:00.000Z",
                "metadata": ["size": JSON(bytes)],
            ]
        }
        return .init(body: JSON.array(rows).data)
    }

    private static let missing = TinyServer.Reply(
        status: 400,
        body: Data(#"{"statusCode":"404","error":"not_found","message":"Object not found","code":"NoSuchKey"}"#.utf8)
    )
}
