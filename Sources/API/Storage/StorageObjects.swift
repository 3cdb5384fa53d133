import Crypto
import Foundation
import GhostHands
import Outbound

/// What Supabase's clients for storage ask of files, done by a folder.
struct StorageObjects: Sendable {
    let folder: FolderBlobStore
    let now: @Sendable () -> Date

    /// How large a file may be, as Supabase has it by default.
    static let largest = 50 << 20
    /// How many files of one folder can be listed, and how many can be named at once.
    private static let (mostListed, mostNamed) = (100_000, 1000)
    /// Where signed links begin; the client puts the server before it.
    private static let links = "/object/sign/"

    /// What is known of a file.
    func file(_ key: String) async throws -> BlobListing.File {
        guard BlobKey.isValid(key) else { throw StorageFault.badKey }
        guard let file = try await folder.file(key) else { throw StorageFault.noKey }
        return file
    }

    /// Keeps a file.
    ///
    /// - Parameters:
    ///   - key: where it goes.
    ///   - data: its bytes.
    ///   - mayBeThere: whether one may be there before; nil when it must.
    func keep(_ key: String, _ data: Data, mayBeThere: Bool?) async throws -> JSON {
        guard BlobKey.isValid(key) else { throw StorageFault.badKey }
        let isThere = try await folder.file(key) != nil
        if isThere, mayBeThere == false { throw StorageFault.exists }
        if !isThere, mayBeThere == nil { throw StorageFault.noKey }
        try await folder.put(key, data: data, contentType: StorageRoutes.type(of: key))
        return ["Id": .string(Self.id(key)), "Key": .string(key)]
    }

    func info(_ key: String) async throws -> JSON {
        let file = try await file(key)
        let time = JSON.string(Timestamp.text(file.written))
        return [
            "id": .string(Self.id(key)), "name": .string(Self.inside(key)), "bucket_id": .string(Self.bucket(key)),
            "size": JSON(file.bytes), "content_type": .string(StorageRoutes.type(of: key)), "last_modified": time,
            "created_at": time, "version": "", "etag": "", "cache_control": "max-age=3600", "metadata": [:],
        ]
    }

    /// Links to files of a bucket, with what was wrong for those that have none.
    func sign(_ paths: [String], in bucket: String, seconds: Int) async throws -> JSON {
        var links: [JSON] = []
        for path in paths.prefix(Self.mostNamed) {
            do {
                let link = try await link("\(bucket)/\(path)", seconds: seconds)
                links.append(["error": .null, "path": .string(path), "signedURL": .string(link)])
            } catch let fault as StorageFault {
                links.append(["error": .string(fault.message), "path": .string(path), "signedURL": .null])
            }
        }
        return .array(links)
    }

    /// A link to a file, without the server.
    func link(_ key: String, seconds: Int) async throws -> String {
        _ = try await file(key)
        return Self.links + folder.signedPath(key, expiresIn: seconds, now: now())
    }

    /// Removes files of a bucket.
    ///
    /// - Returns: those that were there.
    func remove(_ paths: [String], in bucket: String) async throws -> JSON {
        var removed: [JSON] = []
        for key in paths.prefix(Self.mostNamed).map({ "\(bucket)/\($0)" }) where BlobKey.isValid(key) {
            guard try await folder.file(key) != nil else { continue }
            let info = try await info(key)
            try await folder.delete(key)
            removed.append(info)
        }
        return .array(removed)
    }

    /// What lies in a folder of a bucket.
    func list(_ wanted: JSON, in bucket: String) async throws -> JSON {
        let prefix = (wanted["prefix"].string ?? "").split(separator: "/").joined(separator: "/")
        let path = prefix.isEmpty ? bucket : "\(bucket)/\(prefix)"
        var (entries, place): ([BlobListing.Entry], String?) = ([], nil)
        repeat {
            let page = try await folder.list(path, from: place)
            entries += page.entries
            place = page.next
        } while place != nil && entries.count < Self.mostListed
        if let search = wanted["search"].string?.lowercased(), !search.isEmpty {
            entries = entries.filter { $0.name.lowercased().contains(search) }
        }
        if wanted["sortBy"]["column"].string != "name" {
            entries.sort { ($0.file?.written ?? .distantPast) < ($1.file?.written ?? .distantPast) }
        }
        if wanted["sortBy"]["order"].string == "desc" { entries.reverse() }
        let (offset, limit) = (max(0, wanted["offset"].int ?? 0), max(0, wanted["limit"].int ?? 100))
        return .array(entries.dropFirst(offset).prefix(min(limit, 1000)).map { Self.row($0, in: path) })
    }

    /// Buckets come and go with their files; those that the service uses are always there.
    func buckets() async throws -> [String] {
        Set(try await folder.buckets() + ["screenshots", "resumes", "artifacts"]).sorted()
    }

    static func bucketRow(_ name: String) -> JSON {
        let time = JSON.string(Timestamp.text(Date(timeIntervalSince1970: 0)))
        return [
            "id": .string(name), "name": .string(name), "owner": "", "public": false, "created_at": time,
            "updated_at": time, "file_size_limit": JSON(largest), "allowed_mime_types": .null,
        ]
    }

    private static func row(_ entry: BlobListing.Entry, in folder: String) -> JSON {
        guard let file = entry.file else {
            return [
                "name": .string(entry.name), "id": .null, "updated_at": .null, "created_at": .null,
                "last_accessed_at": .null, "metadata": .null,
            ]
        }
        let (key, time) = ("\(folder)/\(entry.name)", JSON.string(Timestamp.text(file.written)))
        return [
            "name": .string(entry.name), "id": .string(id(key)), "updated_at": time, "created_at": time,
            "last_accessed_at": time,
            "metadata": [
                "size": JSON(file.bytes), "mimetype": .string(StorageRoutes.type(of: key)), "lastModified": time,
                "contentLength": JSON(file.bytes), "httpStatusCode": 200,
            ],
        ]
    }

    /// The same for the same key: a folder has no ids of its own.
    private static func id(_ key: String) -> String {
        let bytes = Array(SHA256.hash(data: Data(key.utf8)))
        let uuid = UUID(
            uuid: (
                bytes[0], bytes[1], bytes[2], bytes[3], bytes[4], bytes[5], bytes[6] & 0x0F | 0x80, bytes[7],
                bytes[8] & 0x3F | 0x80, bytes[9], bytes[10], bytes[11], bytes[12], bytes[13], bytes[14], bytes[15]
            )
        )
        return uuid.uuidString.lowercased()
    }

    private static func bucket(_ key: String) -> String { String(key.prefix { $0 != "/" }) }

    private static func inside(_ key: String) -> String { String(key.drop { $0 != "/" }.dropFirst()) }
}
