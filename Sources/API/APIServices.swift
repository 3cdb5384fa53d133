import Crypto
public import Foundation
public import GhostHands
import NIOConcurrencyHelpers
public import Outbound
public import Store

/// What the API works with.
public struct APIServices: Sendable {
    /// The database.
    public let store: Store
    /// Where screenshots and resumes lie.
    public let blobs: any BlobStore
    /// What models may cost.
    public var budgets = Budgets()
    /// The models that `GET /models` tells.
    public var models = ModelCatalog.standard.listing(standard: "balanced")
    /// Which addresses a request may name (R28).
    public let addressRule: AddressRule
    /// The program's version, for health checks.
    public let version: String
    /// After how many seconds an unclaimed job expires when its request does not say (R23).
    public let queueTTLSeconds: Int
    /// Whether `valet_user_id` must be in `auth.users`; nil checks it where that table can be read (R22).
    public let requiresKnownUser: Bool?
    /// Tells the workers of this process that there is a new job.
    public let wake: @Sendable () -> Void
    /// Stops a job's browser at once if a worker of this process has it: the job was cancelled.
    public let stop: @Sendable (UUID) -> Void
    /// Tells the delivery of callbacks of this process that one waits.
    public var deliver: @Sendable () -> Void = {}
    /// Tells the jobs of this process that wait for a human that somebody has answered one.
    public var answered: @Sendable () -> Void = {}
    /// Links to stored files; nil where nobody could follow them, and then they are the store's own.
    public var fileLinks: FileLinks?
    /// Live help; nil where people cannot be shown pages.
    public var live: LiveAccess?
    /// Who may sign in to the console; nil where there is none.
    public var console: ConsoleAccess?
    /// Gets the files that jobs upload, for people's own browsers; nil where none are lent.
    public var resumes: ResumeFetcher?
    /// Whether events may show the values of ordinary fields (R38).
    public var showsValues = true
    /// Tells of changes, whoever makes them.
    public let feed: Feed
    /// How many streams there may be at once: each keeps a connection.
    public var maxStreams = 1000
    /// How many realtime sockets there may be at once.
    public var maxRealtime = 10_000
    /// What users' realtime tokens are signed with (HS256); nil where only the service key is taken.
    public var realtimeSecret: Data?
    /// The present time.
    public let now: @Sendable () -> Date
    let key: ServiceKey
    /// How many realtime sockets are open.
    let sockets = SocketCount()
    /// What realtime has told.
    let realtime = RealtimeMeter()

    /// What the API works with.
    ///
    /// - Parameter serviceKey: the secret that callers send as `X-GH-Service-Key`.
    public init(
        store: Store,
        blobs: any BlobStore,
        serviceKey: String,
        addressRule: AddressRule,
        version: String,
        queueTTLSeconds: Int = 86_400,
        requiresKnownUser: Bool? = nil,
        wake: @escaping @Sendable () -> Void = {},
        stop: @escaping @Sendable (UUID) -> Void = { _ in },
        now: @escaping @Sendable () -> Date = { Date() }
    ) {
        self.store = store
        self.blobs = blobs
        self.addressRule = addressRule
        self.version = version
        self.queueTTLSeconds = queueTTLSeconds
        self.requiresKnownUser = requiresKnownUser
        self.wake = wake
        self.stop = stop
        self.now = now
        key = ServiceKey(serviceKey)
        feed = Feed(store)
    }
}

extension APIServices {
    /// Lets those in who have the service key, or are signed in to the console.
    var guardian: ServiceKeyGuard {
        ServiceKeyGuard(
            key: key,
            console: console.map { ConsoleDoor(access: $0, sessions: store.consoleSessions) }
        )
    }

    /// A job that must be there.
    func job(_ id: UUID) async throws -> Job {
        guard let job = try await store.jobs.find(id, withInput: false) else {
            throw APIError.notFound("Job not found")
        }
        return job
    }

    /// Links to a job's stored pictures.
    ///
    /// A row may name any key: no link opens what is not the job's own.
    func links(to stored: [String], of job: UUID) async -> [String] {
        let (now, own) = (now(), "screenshots/gh/jobs/\(job.uuidString.lowercased())/")
        var links: [String] = []
        for key in stored.prefix(Bounds.files) where key.hasPrefix(own) || WebAddress(key) != nil {
            if let link = await blobs.link(to: key, by: fileLinks, now: now) { links.append(link) }
        }
        return links
    }
}

/// The secret that callers and service share, kept and compared as a digest so that the time of a comparison reveals
/// nothing.
struct ServiceKey: Sendable {
    private let digest: SHA256.Digest

    init(_ text: String) { digest = SHA256.hash(data: Data(text.utf8)) }

    /// The digest's bytes.
    var digestBytes: Data { Data(digest) }

    func matches(_ text: String) -> Bool { SHA256.hash(data: Data(text.utf8)) == digest }
}

/// How many sockets are open.
final class SocketCount: Sendable {
    private let value = NIOLockedValueBox(0)

    var count: Int { value.withLockedValue(\.self) }

    /// One more.
    ///
    /// - Returns: how many there are with it.
    func enter() -> Int {
        value.withLockedValue { value in
            value += 1
            return value
        }
    }

    func leave() { value.withLockedValue { $0 -= 1 } }
}
