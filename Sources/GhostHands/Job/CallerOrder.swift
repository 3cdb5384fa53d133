public import FoundationEssentials

/// What small requests say: each is read whole, with every violation named.
public enum CallerOrder {
    /// The body of `POST /valet/resume/:jobId` (R15, R54).
    public struct Resume: Sendable, Hashable {
        /// Who answered.
        public var resolvedBy: Party
        /// What they gave.
        public var resolution: Resolution

        /// Who may answer.
        public enum Party: String, Sendable, CaseIterable { case human, system }

        /// An answer.
        public init(by party: Party, _ resolution: Resolution) {
            resolvedBy = party
            self.resolution = resolution
        }
    }

    /// The body of `POST /valet/workers/deregister`.
    public struct Deregister: Sendable, Hashable {
        /// Which worker.
        public var workerID: String
        /// Why, for the reply.
        public var reason: String?
        /// Whether the jobs it holds are cancelled.
        public var cancelsJobs: Bool
    }

    /// What reading a body gave.
    public enum Reading<Order: Sendable>: Sendable {
        /// It is valid; the warnings name unknown fields (R5).
        case valid(Order, warnings: [String])
        /// It is not: every violated constraint.
        case invalid([FieldViolation])
    }

    /// Reads the body of a deregistration.
    ///
    /// - Parameter body: the request's JSON.
    /// - Returns: the order, or everything that is wrong with it.
    public static func deregister(_ body: JSON) -> Reading<Deregister> {
        read(body) { reader in
            let worker = reader.read(Members.worker) ?? ""
            let reason = reader.read(Members.reason)
            let cancels = reader.read(Members.cancelsJobs)
            _ = reader.read(Members.drainTimeout)
            return Deregister(workerID: worker, reason: reason, cancelsJobs: cancels)
        }
    }

    /// The body of `POST /callbacks/redeliver`.
    public struct Redelivery: Sendable, Hashable {
        /// Which of those that ended.
        public enum State: String, Sendable, Hashable, CaseIterable {
            /// They were given up.
            case dead
            /// The receiver took them, and may have lost them.
            case delivered
        }

        /// When they must have ended, at the earliest.
        public var since: Date
        /// Which.
        public var state: State
        /// Only those of one host, with its port where the address names one.
        public var host: String?
    }

    /// Reads the body of a wish to have callbacks delivered again.
    ///
    /// - Parameter body: the request's JSON.
    /// - Returns: the order, or everything that is wrong with it.
    public static func redelivery(_ body: JSON) -> Reading<Redelivery> {
        read(body) { reader in
            let since = reader.read(Members.since)
            if since == nil { reader.violate("since", "Required: a time such as 2026-02-16T12:00:00Z", .invalidType) }
            let (state, host) = (reader.read(Members.redelivered), reader.read(Members.host))
            return Redelivery(since: since ?? .distantPast, state: state, host: host)
        }
    }

    /// Reads the body of a retry.
    ///
    /// - Parameter body: the request's JSON.
    /// - Returns: whether a person has found out that a begun submit did not go through (R8a).
    public static func retry(_ body: JSON) -> Reading<Bool> {
        read(body) { $0.read(Members.notSubmitted) }
    }

    /// The body of `POST /manuals/:id/test`.
    public struct ManualTest: Sendable, Hashable {
        /// The page to try the manual on.
        public var url: String
        /// Whose job it is.
        public var user: String
        /// What to fill in: a profile, or flat data.
        public var data: JSON
    }

    /// Reads the body of a manual's test.
    ///
    /// - Parameter body: the request's JSON.
    /// - Returns: the order, or everything that is wrong with it.
    public static func manualTest(_ body: JSON) -> Reading<ManualTest> {
        read(body) { reader in
            let url = reader.read(JobRequest.Members.target)?.text ?? ""
            let user = reader.read(JobRequest.Members.user)
            let data = reader.read(Members.testData) ?? [:]
            return ManualTest(url: url, user: user?.uuidString.lowercased() ?? "", data: .object(data))
        }
    }

    /// The body of `POST /valet/interactions/:jobId/link` (R52).
    public struct LiveLink: Sendable, Hashable {
        /// What the link lets people do.
        public var mode: LiveMode
        /// For how many seconds it can be opened.
        public var seconds: Int
    }

    /// Reads the body of a request for a link.
    ///
    /// - Parameter body: the request's JSON.
    /// - Returns: the order, or everything that is wrong with it.
    public static func liveLink(_ body: JSON) -> Reading<LiveLink> {
        read(body) { reader in
            LiveLink(mode: reader.read(Members.linkMode), seconds: reader.read(Members.linkLife))
        }
    }

    /// The body of `PUT /valet/credentials/:userId/:domain` (R55).
    public struct CredentialOrder: Sendable, CustomStringConvertible {
        /// The name to log in with.
        public var username: String
        /// The password.
        public var password: String
        /// What makes one-time codes.
        public var totp: TOTPSecret?
        /// That it is one, and nothing more.
        public var description: String { "credential" }
    }

    /// Reads the body that gives a credential.
    ///
    /// - Parameter body: the request's JSON.
    /// - Returns: the credential, or everything that is wrong with it.
    public static func credential(_ body: JSON) -> Reading<CredentialOrder> {
        read(body) { reader in
            CredentialOrder(
                username: reader.read(Members.username) ?? "",
                password: reader.read(Members.password) ?? "",
                totp: reader.read(Members.totp)
            )
        }
    }

    /// The body of `POST /operator/pair` (R62).
    public struct Pairing: Sendable, Hashable, CustomStringConvertible {
        /// What opens the invitation.
        public var code: String
        /// What the person calls their browser.
        public var name: String
        /// What it is, and nothing of the code.
        public var description: String { "a pairing" }
    }

    /// Reads the body that pairs a browser.
    ///
    /// - Parameter body: the request's JSON.
    /// - Returns: the order, or everything that is wrong with it.
    public static func pairing(_ body: JSON) -> Reading<Pairing> {
        read(body) { Pairing(code: $0.read(Members.pairingCode) ?? "", name: $0.read(Members.deskName) ?? "") }
    }

    /// Reads the body of a quarantine.
    ///
    /// - Parameter body: the request's JSON.
    /// - Returns: whether the manual is kept from use, or may be used again.
    public static func quarantine(_ body: JSON) -> Reading<Bool> {
        read(body) { $0.read(Members.quarantined) }
    }

    static func read<Order>(_ body: JSON, _ members: (inout RequestReader) -> Order) -> Reading<Order> {
        guard let object = body.object else {
            return .invalid([FieldViolation(field: "", message: "Expected an object", code: .invalidType)])
        }
        var reader = RequestReader(object)
        let order = members(&reader)
        reader.nameUnknown()
        return reader.violations.isEmpty
            ? .valid(order, warnings: reader.warnings) : .invalid(reader.violations)
    }
}
