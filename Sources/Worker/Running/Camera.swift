import Chromium
import Foundation
import GhostHands
import Hands
import Logging
import NIOConcurrencyHelpers
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
    /// What no picture may show.
    private let secrets = NIOLockedValueBox<Set<String>>([])

    init(
        job: UUID,
        blobs: any BlobStore,
        clock: ContinuousClock,
        now: @escaping @Sendable () -> Date,
        logger: Logger
    ) {
        self.job = job
        self.blobs = blobs
        self.clock = clock
        self.now = now
        self.logger = logger
    }

    /// Keeps something out of every picture from now on.
    ///
    /// - Parameter secret: for example a password.
    func hide(_ secret: String) { secrets.withLockedValue { _ = $0.insert(secret) } }

    private var hidden: [String] { secrets.withLockedValue { Array($0) } }

    private static let patience = Duration.seconds(5)

    /// Takes the picture that stands for a page which no socket shows, in the place of the one before; what is secret in
    /// it is painted over.
    ///
    /// - Returns: whether it could be taken and kept.
    func stillPicture(of page: Page) async -> Bool {
        do {
            return try await withDeadline(Self.patience, on: clock) {
                let data = try await HelpPicture.take(of: page, hiding: hidden, timeout: Self.patience)
                try await blobs.put(LivePicture.key(of: job), data: data, contentType: "image/png")
                return true
            }
        } catch { return false }
    }

    /// Takes one.
    ///
    /// - Parameters:
    ///   - name: what it shows: part of its key.
    ///   - isForHelp: whether it is for somebody who helps: then what is secret in it is painted over.
    /// - Returns: its storage key, or nil when it could not be taken and kept within five seconds.
    /// - Throws: `CancellationError` when the job is called off meanwhile.
    func picture(of page: Page, called name: String, isForHelp: Bool = false) async throws -> String? {
        do {
            return try await withDeadline(Self.patience, on: clock) {
                let data =
                    isForHelp
                    ? try await HelpPicture.take(of: page, hiding: hidden, timeout: Self.patience)
                    : try await HelpPicture.asItIs(page, hiding: hidden, timeout: Self.patience)
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
}
