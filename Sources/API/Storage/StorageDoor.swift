import Foundation
import GhostHands
import HTTPTypes
import Hummingbird
import NIOCore
import Outbound

/// The part of Supabase Storage's protocol by which files are put into a folder store and taken out of it, so that
/// Supabase's clients do it unchanged.
struct StorageDoor: Sendable {
    private let objects: StorageObjects
    private let keys: RealtimeKeys
    private let now: @Sendable () -> Date

    init(_ folder: FolderBlobStore, keys: RealtimeKeys, now: @escaping @Sendable () -> Date) {
        objects = StorageObjects(folder: folder, now: now)
        self.keys = keys
        self.now = now
    }

    func add(to routes: some RouterMethods<APIContext>) {
        let objects = objects
        let group = routes.group("/storage/v1")
        group.get("/bucket") { request, _ in
            try await answer(request) { .array(try await objects.buckets().map(StorageObjects.bucketRow)) }
        }
        group.get("/bucket/:bucket") { request, context in
            let name = try context.parameters.require("bucket")
            return try await answer(request) {
                guard try await objects.buckets().contains(name) else { throw StorageFault.noBucket }
                return StorageObjects.bucketRow(name)
            }
        }
        group.post("/object/list/:bucket") { request, context in
            let bucket = try context.parameters.require("bucket")
            return try await answer(request) { try await objects.list(try await Self.json(request), in: bucket) }
        }
        group.post("/object/sign/**") { request, context in
            let key = context.storageKey
            return try await answer(request) { try await sign(key, try await Self.json(request)) }
        }
        group.get("/object/info/**") { request, context in
            let key = context.storageKey
            return try await answer(request) { try await objects.info(key) }
        }
        for path: RouterPath in ["/object/authenticated/**", "/object/**"] {
            group.get(path) { request, context in try await file(request, context.storageKey) }
        }
        group.post("/object/**") { request, context in
            let mayBeThere = request.headers[.upsert]?.lowercased() == "true"
            return try await keep(request, context.storageKey, mayBeThere: mayBeThere)
        }
        group.put("/object/**") { request, context in try await keep(request, context.storageKey, mayBeThere: nil) }
        group.delete("/object/**") { request, context in
            let key = context.storageKey
            return try await answer(request) { try await remove(key, request) }
        }
    }

    private func file(_ request: Request, _ key: String) async throws -> Response {
        try await reply(request) {
            _ = try await objects.file(key)
            guard let data = try await objects.folder.get(key, limit: StorageObjects.largest) else {
                throw StorageFault.noKey
            }
            return StorageRoutes.response(data, key)
        }
    }

    private func keep(_ request: Request, _ key: String, mayBeThere: Bool?) async throws -> Response {
        try await answer(request) {
            let body = try await Self.body(request, limit: StorageObjects.largest)
            let type = request.headers[.contentType] ?? ""
            guard type.lowercased().hasPrefix("multipart/form-data") else {
                return try await objects.keep(key, body, mayBeThere: mayBeThere)
            }
            guard let file = PostedFile.read(body, contentType: type) else { throw StorageFault.badRequest }
            return try await objects.keep(key, file, mayBeThere: mayBeThere)
        }
    }

    private func sign(_ key: String, _ wanted: JSON) async throws -> JSON {
        // Python's client sends a text, the others a number.
        guard let seconds = wanted["expiresIn"].int ?? wanted["expiresIn"].string.flatMap({ Int($0) }),
            (1...315_360_000).contains(seconds)
        else { throw StorageFault.badRequest }
        if let paths = wanted["paths"].array?.compactMap(\.string), !key.contains("/") {
            return try await objects.sign(paths, in: key, seconds: seconds)
        }
        return ["signedURL": .string(try await objects.link(key, seconds: seconds))]
    }

    private func remove(_ key: String, _ request: Request) async throws -> JSON {
        if key.contains("/") {
            _ = try await objects.file(key)
            try await objects.folder.delete(key)
            return ["message": "Successfully deleted"]
        }
        guard let paths = try await Self.json(request)["prefixes"].array?.compactMap(\.string) else {
            throw StorageFault.badRequest
        }
        return try await objects.remove(paths, in: key)
    }

    private func answer(_ request: Request, _ body: () async throws -> JSON) async throws -> Response {
        try await reply(request) { Response(json: try await body()) }
    }

    private func reply(_ request: Request, _ body: () async throws -> Response) async throws -> Response {
        do {
            guard mayEnter(request) else { throw StorageFault.unauthorized }
            return try await body()
        } catch let fault as StorageFault {
            return fault.response
        } catch let error as OutboundError {
            return StorageFault(error).response
        }
    }

    /// Only who sees everything: the rows' policies say nothing of files.
    private func mayEnter(_ request: Request) -> Bool {
        let bearer = request.headers[.authorization].flatMap { header in
            header.lowercased().hasPrefix("bearer ") ? String(header.dropFirst(7)) : nil
        }
        return [bearer, request.headers[.apiKey]].contains { key in
            guard let access = try? keys.access(key, at: now()) else { return false }
            return access.user == nil
        }
    }

    private static func json(_ request: Request) async throws -> JSON {
        guard let json = try? JSON(parsing: try await body(request, limit: Bounds.bodyBytes)) else {
            throw StorageFault.badRequest
        }
        return json
    }

    private static func body(_ request: Request, limit: Int) async throws -> Data {
        do {
            return Data(try await request.body.collect(upTo: limit).readableBytesView)
        } catch is NIOTooManyBytesError {
            throw StorageFault.tooLarge
        }
    }
}

extension HTTPField.Name {
    fileprivate static let apiKey = HTTPField.Name("apikey") ?? .authorization
    fileprivate static let upsert = HTTPField.Name("x-upsert") ?? .authorization
}
