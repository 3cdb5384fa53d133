import Crypto
public import FoundationEssentials

/// The API's word to a worker that somebody may see one job's page now.
///
/// It is signed with a key that both derive from the installation's credential key, and holds for half a minute.
public struct LiveTicket: Sendable, Hashable {
    /// How long it holds, in seconds.
    public static let life = 30.0

    /// Which job.
    public var job: UUID
    /// Which of its pauses: when that began, in microseconds of 1970.
    public var pause: Int64
    /// What the person may do.
    public var mode: LiveMode
    /// The link that they came by: the same person, should the connection break.
    public var link: UUID

    /// A ticket.
    public init(job: UUID, pause: Int64, mode: LiveMode, link: UUID) {
        self.job = job
        self.pause = pause
        self.mode = mode
        self.link = link
    }

    /// The ticket as it is sent.
    ///
    /// - Parameters:
    ///   - key: signs it.
    ///   - now: the present time.
    /// - Returns: letters, digits, dots and hyphens.
    public func signed(by key: LiveKey, at now: Date) -> String {
        let text = words(until: Int64((now.timeIntervalSince1970 + Self.life) * 1000))
        return text + "." + key.sign(text)
    }

    /// Reads a ticket.
    ///
    /// - Parameters:
    ///   - text: what was sent.
    ///   - key: what it must be signed by.
    ///   - now: the present time.
    /// - Returns: nil when it is none, forged or too old.
    public init?(_ text: String, signedBy key: LiveKey, at now: Date) {
        guard text.utf8.count <= 300 else { return nil }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 6, key.verifies(parts[5], of: parts[..<5].joined(separator: ".")),
            let job = UUID(uuidString: parts[0]), let pause = Int64(parts[1]), let mode = LiveMode(rawValue: parts[2]),
            let link = UUID(uuidString: parts[3]), let end = Int64(parts[4])
        else { return nil }
        let left = Double(end) / 1000 - now.timeIntervalSince1970
        guard left > 0, left <= Self.life + 5 else { return nil }
        self.init(job: job, pause: pause, mode: mode, link: link)
    }

    private func words(until end: Int64) -> String {
        "\(job.uuidString).\(pause).\(mode.rawValue).\(link.uuidString).\(end)"
    }
}

/// What tickets are signed with, and the links that callers are told are made of.
public struct LiveKey: Sendable {
    private let tickets: SymmetricKey
    private let links: SymmetricKey

    /// The keys of an installation.
    ///
    /// - Parameter credential: the bytes of its credential key.
    public init(credential: Data) {
        let master = SymmetricKey(data: credential)
        func derived(_ name: String) -> SymmetricKey {
            HKDF<SHA256>.deriveKey(inputKeyMaterial: master, info: Data(name.utf8), outputByteCount: 32)
        }
        tickets = derived("live ticket")
        links = derived("live link")
    }

    /// The secret of the one link that callbacks and statuses name for a pause: the same each time, and kept nowhere.
    ///
    /// - Parameters:
    ///   - job: which job.
    ///   - pause: when the pause began, in microseconds of 1970.
    /// - Returns: 32 bytes.
    public func linkSecret(of job: UUID, pause: Int64) -> Data {
        Data(HMAC<SHA256>.authenticationCode(for: Data("\(job.uuidString).\(pause)".utf8), using: links))
    }

    func sign(_ text: String) -> String {
        HMAC<SHA256>.authenticationCode(for: Data(text.utf8), using: tickets).hexadecimal
    }

    func verifies(_ signature: String, of text: String) -> Bool {
        // Of equal length, and compared as digests of digests, so that the time of a comparison reveals nothing.
        SHA256.hash(data: Data(sign(text).utf8)) == SHA256.hash(data: Data(signature.utf8))
    }
}
