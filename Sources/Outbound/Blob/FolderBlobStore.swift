public import Foundation
import Glibc

/// Keeps files in a folder, and signs links that the API serves under `/storage/v1/object/sign/`.
public struct FolderBlobStore: BlobStore {
    private let folder: String
    private let publicBase: String
    private let signature: LinkSignature

    /// A store over a folder, which is made when something is first written.
    ///
    /// - Parameters:
    ///   - folder: an absolute path.
    ///   - publicBase: the URL at which the API is reached, without a slash at its end.
    ///   - signingKey: the secret that signs links; at least 32 bytes.
    public init(folder: String, publicBase: String, signingKey: Data) {
        self.folder = folder
        self.publicBase = publicBase
        signature = LinkSignature(key: signingKey)
    }

    /// Judges the token of a signed link.
    ///
    /// - Parameters:
    ///   - key: the file asked for.
    ///   - token: the link's `token`.
    ///   - now: the present time.
    /// - Returns: what it is worth.
    public func verify(_ key: String, token: String, now: Date) -> LinkVerdict {
        BlobKey.isValid(key) ? signature.verify(token, for: key, now: now) : .forged
    }

    /// Writes a file, replacing one of the same key.
    public func put(_ key: String, data: Data, contentType: String) async throws {
        let path = try path(of: key)
        try await Self.files.run { try Self.write(data, to: path) }
    }

    /// Reads a file.
    public func get(_ key: String, limit: Int) async throws -> Data? {
        let path = try path(of: key)
        return try await Self.files.run { try Self.read(path, limit: limit) }
    }

    /// An address of the API at which the file can be read for a time.
    public func signedURL(_ key: String, expiresIn seconds: Int, now: Date) async throws -> String {
        try BlobKey.check(key)
        return "\(publicBase)/storage/v1/object/sign/\(signedPath(key, expiresIn: seconds, now: now))"
    }

    /// A key as the path of a URL, with a token that is good for a time.
    ///
    /// - Parameters:
    ///   - key: where the file is; a valid key.
    ///   - seconds: how long the token works.
    ///   - now: the present time.
    /// - Returns: the encoded path and its query.
    public func signedPath(_ key: String, expiresIn seconds: Int, now: Date) -> String {
        let token = signature.token(for: key, expiresAt: Int(now.timeIntervalSince1970) + seconds)
        return "\(BlobKey.path(key))?token=\(token)"
    }

    /// What is known of a file without reading it.
    ///
    /// - Parameter key: where it is.
    /// - Returns: nil when there is no such file.
    /// - Throws: ``OutboundError`` when the key is no key.
    public func file(_ key: String) async throws -> BlobListing.File? {
        let path = try path(of: key)
        return try await Self.files.run { Self.entry(path, named: "")?.file }
    }

    /// Removes a file.
    public func delete(_ key: String) async throws {
        let path = try path(of: key)
        try await Self.files.run {
            guard unlink(path) == 0 || errno == ENOENT else { throw Self.failure("removed") }
            // A job's folder goes with its last file; one that holds others stays.
            if key.split(separator: "/").count > 2 { rmdir((path as NSString).deletingLastPathComponent) }
        }
    }

    /// What lies in a folder, in the order of the names.
    public func list(_ folder: String, from place: String?) async throws -> BlobListing {
        try BlobKey.checkFolder(folder)
        let path = self.folder + "/" + folder
        return try await Self.files.run { Self.list(path, after: place) }
    }

    /// The names of the buckets that there are.
    public func buckets() async throws -> [String] {
        let folder = folder
        return try await Self.files.run { Self.list(folder, after: nil).entries.filter { $0.file == nil }.map(\.name) }
    }

    /// Whether the folder is there, or can be made, and can be written to.
    public func isReachable() async -> Bool {
        let folder = folder
        let isWritable = try? await Self.files.run {
            try Self.makeFolder(folder)
            return access(folder, W_OK | X_OK) == 0
        }
        return isWritable ?? false
    }

    private func path(of key: String) throws -> String {
        try BlobKey.check(key)
        return folder + "/" + key
    }
}

extension FolderBlobStore {
    private static let files = Blocking(limit: 64)

    private static func makeFolder(_ path: String) throws {
        do {
            try FileManager.default.createDirectory(
                atPath: path,
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700]
            )
        } catch {
            throw failure("made in its folder")
        }
    }

    /// Writes beside the file and renames, so that a reader sees the old bytes or the new ones.
    private static func write(_ data: Data, to path: String) throws {
        let parent = (path as NSString).deletingLastPathComponent
        try makeFolder(parent)
        let temporary = parent + "/.\(UUID().uuidString)"
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw failure("created") }
        let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        do {
            try handle.write(contentsOf: data)
            try handle.close()
            guard rename(temporary, path) == 0 else { throw failure("renamed") }
        } catch {
            unlink(temporary)
            throw failure("written")
        }
    }

    private static func read(_ path: String, limit: Int) throws -> Data? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else {
            if errno == ENOENT || errno == ENOTDIR { return nil }
            throw failure("opened")
        }
        let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        defer { try? handle.close() }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        guard let data = try? handle.read(upToCount: limit + 1) else {
            // An empty file gives nil instead of no bytes.
            return status.st_size == 0 ? Data() : nil
        }
        guard data.count <= limit else { throw OutboundError(.tooLarge, "The file is larger than \(limit) bytes") }
        return data
    }

    private static func list(_ path: String, after place: String?) -> BlobListing {
        // What is being written begins with a dot.
        let names = ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).filter { !$0.hasPrefix(".") }
            .sorted().drop { name in place.map { name <= $0 } ?? false }
        let entries = names.prefix(BlobListing.most).compactMap { name in
            entry("\(path)/\(name)", named: name)
        }
        let last = names.count > BlobListing.most ? names.prefix(BlobListing.most).last : nil
        return BlobListing(entries: entries, next: last)
    }

    private static func entry(_ path: String, named name: String) -> BlobListing.Entry? {
        var status = stat()
        guard lstat(path, &status) == 0 else { return nil }
        switch status.st_mode & S_IFMT {
        case S_IFDIR: return BlobListing.Entry(name: name)
        case S_IFREG:
            let written = Date(timeIntervalSince1970: Double(status.st_mtim.tv_sec))
            return BlobListing.Entry(name: name, file: BlobListing.File(written: written, bytes: Int(status.st_size)))
        default: return nil
        }
    }

    private static func failure(_ what: String) -> OutboundError {
        OutboundError(.fileSystem, "The file could not be \(what) (errno \(errno))")
    }
}
