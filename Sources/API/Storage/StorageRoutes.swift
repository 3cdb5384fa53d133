import Foundation
import GhostHands
import HTTPTypes
import Hummingbird
import Outbound

/// Serves the files of a folder store to whoever has a signed link.
struct StorageRoutes: Sendable {
    private static let limit = 32 * 1024 * 1024

    private let folder: FolderBlobStore
    private let now: @Sendable () -> Date

    init(_ folder: FolderBlobStore, now: @escaping @Sendable () -> Date) {
        self.folder = folder
        self.now = now
    }

    func add(to routes: some RouterMethods<APIContext>) {
        routes.get("/storage/v1/object/sign/**") { request, context in try await file(request, context) }
    }

    private func file(_ request: Request, _ context: APIContext) async throws -> Response {
        let key = context.storageKey
        try folder.verify(key, token: request.uri.queryParameters.get("token") ?? "", now: now()).orThrow()
        guard let data = try await folder.get(key, limit: Self.limit) else { throw APIError.notFound("File not found") }
        var response = Self.response(data, key)
        if request.uri.queryParameters.get("download") != nil {
            response.headers[.contentDisposition] =
                "attachment; filename=\"\(key.split(separator: "/").last ?? "file")\""
        }
        return response
    }

    static func response(_ data: Data, _ key: String) -> Response {
        Response(
            status: .ok,
            headers: [.contentType: type(of: key), .cacheControl: "private, max-age=3600"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: data))
        )
    }

    /// Only what a browser shows without running anything in it.
    static func type(of key: String) -> String {
        switch key.split(separator: ".").last.map({ $0.lowercased() }) {
        case "png": "image/png"
        case "jpg", "jpeg": "image/jpeg"
        case "webp": "image/webp"
        case "pdf": "application/pdf"
        case "json": "application/json"
        case "txt": "text/plain; charset=utf-8"
        default: "application/octet-stream"
        }
    }
}
