import Foundation
import GhostHands
import Hands
import Logging
import NIOConcurrencyHelpers
import Store
import Waiting

/// What a job's user logs in with at sites (R55), and the codes of their authenticators (R57).
struct JobVault: Sendable {
    private let user: UUID
    private let tools: WorkerTools
    private let logger: Logger
    /// What was opened, so that what is noted of it is noted of the very value that was entered.
    private let opened = NIOLockedValueBox<[HostName: KeptCredential]>([:])

    /// How many steps are waited for when other jobs of the user take them.
    private static let mostSteps = 10

    init(user: UUID, tools: WorkerTools, logger: Logger) {
        self.user = user
        self.tools = tools
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

    /// Notes what a site has made of it.
    func note(_ verdict: CredentialVerdict, of credential: Credential) async {
        guard let kept = opened.withLockedValue({ $0[credential.domain] }) else { return }
        do {
            switch verdict {
            case .accepted: try await tools.store.credentials.markVerified(kept)
            case .refused: try await tools.store.credentials.markInvalid(kept)
            }
        } catch {
            logger.warning("what became of a credential is not noted", metadata: ["error": "\(type(of: error))"])
        }
    }

    /// Keeps what was made to open an account; whoever made one before, and has not got in with it, goes on with that.
    func keep(_ made: Credential) async -> Credential? {
        do {
            guard let (kept, isNew) = try await tools.store.credentials.add(made, of: user),
                isNew || (kept.isMade && kept.verifiedAt == nil)
            else { return nil }
            opened.withLockedValue { $0[kept.credential.domain] = kept }
            return kept.credential
        } catch {
            logger.warning("a made credential cannot be kept", metadata: ["error": "\(type(of: error))"])
            return nil
        }
    }

    /// A code that is good for a while, and that no other job is given; waits until there is one.
    func code(of credential: Credential) async throws -> String? {
        guard let totp = credential.totp, let kept = opened.withLockedValue({ $0[credential.domain] }) else {
            return nil
        }
        var used: Int64?
        for _ in 0..<Self.mostSteps {
            let turn = totp.turn(at: tools.now(), after: used)
            if turn.wait > .zero { await Signal().wait(atMost: turn.wait, on: tools.clock) }
            try Task.checkCancellation()
            guard (try? await tools.store.credentials.claimStep(turn.step, of: kept)) ?? false else {
                used = turn.step
                continue
            }
            return totp.code(at: turn.step)
        }
        return nil
    }
}
