public import Foundation

extension BlobStore {
    /// The address at which a stored screenshot can be seen: seven days for a key, for ever for an address (R27).
    ///
    /// - Parameters:
    ///   - stored: what the job's row holds: a storage key, or an absolute address of the predecessor's.
    ///   - now: the present time.
    /// - Returns: an absolute URL, or nil when the store cannot sign one now.
    public func screenshotLink(for stored: String, now: Date) async -> String? {
        if stored.hasPrefix("https://") || stored.hasPrefix("http://") { return stored }
        return try? await signedURL(stored, expiresIn: 7 * 24 * 3600, now: now)
    }
}
