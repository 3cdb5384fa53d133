import Foundation
import GhostHands
import Hands
import Logging
import NIOConcurrencyHelpers
import Store
import Waiting

/// What a job's user logs in with at sites (R55), and the codes of their authenticators (R57).
struct JobVault: Sendable {
    private let job: UUID
    private let user: UUID
    private let tools: WorkerTools
    /// The job's, which stands still while it waits for other jobs of the user.
    private let time: JobTime
    private let logger: Logger
    /// What was opened, so that what is noted of it is noted of the very value that was entered.
    private let opened = NIOLockedValueBox<[HostName: KeptCredential]>([:])

    /// How often, and how many times, it is looked whether other jobs' log-ins have been answered: half an hour in all.
    ///
    /// Whoever has the turn runs, and so is over in the end; fifty jobs of one user take their time.
    private static let (pause, mostLooks) = (Duration.milliseconds(500), 3_600)
    /// The same for an account that another job opens: its form may take as long as any form.
    private static let mostLooksAtAccount = 1_200

    init(job: UUID, user: UUID, tools: WorkerTools, time: JobTime, logger: Logger) {
        self.job = job
        self.user = user
        self.tools = tools
        self.time = time
        self.logger = logger
    }

    /// What is kept for a host; nil where there is nothing, or the database is away: then a human is asked.
    func find(for host: HostName) async -> Credential? {
        do {
            guard let kept = try await tools.store.credentials.open(for: user, domain: host) else { return nil }
            opened.withLockedValue { $0[kept.credential.domain] = kept }
            return kept.credential
        } catch {
            logger.warning("credentials cannot be read", metadata: ["error": "\(type(of: error))"])
            return nil
        }
    }

    /// Writes down that it is about to be sent, and waits while another job of the user's tries it.
    ///
    /// Where that cannot be written down it is not sent.
    func mayTry(_ credential: Credential) async throws -> CredentialTry {
        guard let kept = opened.withLockedValue({ $0[credential.domain] }) else { return .granted }
        var hasStopped = false
        defer { if hasStopped { time.goOn() } }
        for _ in 0..<(kept.isMade ? Self.mostLooksAtAccount : Self.mostLooks) {
            let answer: CredentialTry
            do {
                answer = try await tools.store.credentials.claimTry(kept, by: job)
            } catch {
                logger.warning("a log-in cannot be written down", metadata: ["error": "\(type(of: error))"])
                return .unjudged
            }
            guard answer == .busy else { return answer }
            if !hasStopped { time.stop() }
            hasStopped = true
            await Signal().wait(atMost: Self.pause, on: tools.clock)
            try Task.checkCancellation()
        }
        return .busy
    }

    /// Notes what a site has made of it.
    func note(_ verdict: CredentialVerdict, of credential: Credential) async {
        guard let kept = opened.withLockedValue({ $0[credential.domain] }) else { return }
        do {
            switch verdict {
            case .accepted: try await tools.store.credentials.markVerified(kept)
            case .refused: try await tools.store.credentials.markInvalid(kept)
            case .undecided: try await tools.store.credentials.releaseTry(kept)
            case .unopened: try await tools.store.credentials.forgetUnopened(kept)
            case .opened: try await tools.store.credentials.markOpened(kept)
            case .taken: try await tools.store.credentials.markTaken(kept)
            }
        } catch {
            logger.warning("what became of a credential is not noted", metadata: ["error": "\(type(of: error))"])
        }
    }

    /// Notes that the site has let somebody in whose log-in of an earlier attempt it was not seen to answer.
    func noteLetIn() async {
        do {
            try await tools.store.credentials.markSeen(triedBy: job, of: user)
        } catch {
            logger.warning("what became of a credential is not noted", metadata: ["error": "\(type(of: error))"])
        }
    }

    /// Keeps what was made to open an account; whoever made one before, and has opened none with it, goes on with that.
    func keep(_ made: Credential) async -> Credential? {
        do {
            guard let (kept, isNew) = try await tools.store.credentials.add(made, of: user, by: job),
                isNew || (kept.isMade && !kept.isOpened && kept.verifiedAt == nil)
            else { return nil }
            opened.withLockedValue { $0[kept.credential.domain] = kept }
            return kept.credential
        } catch {
            logger.warning("a made credential cannot be kept", metadata: ["error": "\(type(of: error))"])
            return nil
        }
    }

    /// A code that is good for a while, and that no other job is given; waits for its turn, as the database's clock has it.
    func code(of credential: Credential) async throws -> String? {
        guard let totp = credential.totp, let kept = opened.withLockedValue({ $0[credential.domain] }) else {
            return nil
        }
        time.stop()
        defer { time.goOn() }
        return try await CodeLine(kept: kept, totp: totp, credentials: tools.store.credentials, job: job)
            .code(on: tools.clock)
    }
}
