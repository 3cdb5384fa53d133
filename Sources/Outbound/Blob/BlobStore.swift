public import Foundation

/// Keeps files: screenshots, resumes.
///
/// A key is a path of safe segments (``BlobKey``); its first segment is the bucket: `screenshots/gh/jobs/…`,
/// `resumes/alice.pdf`.
public protocol BlobStore: Sendable {
    /// Writes a file, replacing one of the same key.
    ///
    /// - Parameters:
    ///   - key: where it goes.
    ///   - data: its bytes.
    ///   - contentType: its media type.
    /// - Throws: ``OutboundError`` when the key is no key or the store cannot keep it.
    func put(_ key: String, data: Data, contentType: String) async throws

    /// Reads a file.
    ///
    /// - Parameters:
    ///   - key: where it is.
    ///   - limit: how many bytes it may have.
    /// - Returns: its bytes, or nil when there is no such file.
    /// - Throws: ``OutboundError`` when it is larger, or the store cannot be asked.
    func get(_ key: String, limit: Int) async throws -> Data?

    /// An address at which anybody who knows it can read the file for a time.
    ///
    /// - Parameters:
    ///   - key: where the file is.
    ///   - seconds: how long the address works.
    ///   - now: the present time.
    /// - Returns: an absolute URL.
    /// - Throws: ``OutboundError`` when the key is no key or the store cannot be asked.
    func signedURL(_ key: String, expiresIn seconds: Int, now: Date) async throws -> String

    /// Removes a file; removing one that is not there is no error.
    ///
    /// - Parameter key: where it is.
    /// - Throws: ``OutboundError`` when the key is no key or the store cannot be asked.
    func delete(_ key: String) async throws

    /// What lies in a folder, some of it at a time.
    ///
    /// - Parameters:
    ///   - folder: the segments that keys begin with, a bucket's at least.
    ///   - place: where the last call ended; nil to begin.
    /// - Returns: files and folders; none for a folder that is not there.
    /// - Throws: ``OutboundError`` when the store cannot be asked.
    func list(_ folder: String, from place: String?) async throws -> BlobListing

    /// Whether the store can be used now.
    func isReachable() async -> Bool
}
