import Chromium
import Foundation
import Logging
import Outbound

/// Takes pictures of a job's pages and keeps them where the API signs links to them.
///
/// No job waits long, or is failed, for want of a picture.
struct Camera: Sendable {
    let job: UUID
    let blobs: any BlobStore
    let clock: ContinuousClock
    let now: @Sendable () -> Date
    let logger: Logger

    private static let patience = Duration.seconds(5)

    /// Takes one.
    ///
    /// - Parameters:
    ///   - name: what it shows: part of its key.
    ///   - secrets: what is painted over, beside passwords; nil paints nothing over.
    /// - Returns: its storage key, or nil when it could not be taken and kept within five seconds.
    /// - Throws: `CancellationError` when the job is called off meanwhile.
    func picture(of page: Page, called name: String, masking secrets: [ElementHandle]? = nil) async throws -> String? {
        do {
            return try await withDeadline(Self.patience, on: clock) {
                let data = try await take(page, masking: secrets)
                let milliseconds = Int(now().timeIntervalSince1970 * 1000)
                let key = "screenshots/gh/jobs/\(job.uuidString.lowercased())/\(name)-\(milliseconds).png"
                try await blobs.put(key, data: data, contentType: "image/png")
                return key
            }
        } catch {
            try Task.checkCancellation()
            logger.warning("no screenshot", metadata: ["error": "\(error)"])
            return nil
        }
    }

    private func take(_ page: Page, masking secrets: [ElementHandle]?) async throws -> Data {
        guard let secrets else { return try await page.screenshot(timeout: Self.patience) }
        let picture = Screenshot(.visible, masked: secrets, masksPasswords: true)
        return try await page.screenshot(picture, timeout: Self.patience)
    }
}
