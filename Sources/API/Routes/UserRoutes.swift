import Foundation
import GhostHands
import HTTPTypes
import Hummingbird
import Outbound
import Store

/// What a user has spent this month, and what is kept of them.
struct UserRoutes: Sendable {
    private let services: APIServices

    init(_ services: APIServices) { self.services = services }

    func add(to routes: some RouterMethods<APIContext>) {
        routes.get("/users/:id/usage") { _, context in
            let id = try context.uuid("id", orNotFound: "User not found")
            let month = try await services.store.usage.month(of: id)
            let budget = services.budgets.month(month.tier).dollars
            return Response(UserReplies.month, .init(user: id, month: month, budget: budget))
        }
        routes.get("/users/:id/answers") { _, context in
            let id = try context.uuid("id", orNotFound: "User not found")
            let kept = try await services.store.learnedAnswers.count(of: id)
            return Response(UserReplies.answers, (id, kept.number, kept.last))
        }
        routes.delete("/users/:id/answers") { _, context in
            let id = try context.uuid("id", orNotFound: "User not found")
            let count = try await services.store.learnedAnswers.forget(of: id)
            return Response(UserReplies.forgotten, (id, count))
        }
        routes.delete("/users/:id/data") { _, context in
            let id = try context.uuid("id", orNotFound: "User not found")
            return Response(UserReplies.erased, (id, try await erase(id)))
        }
    }

    /// Removes all that is kept of a user, in batches (R64); files go before the rows that name them.
    private func erase(_ user: UUID) async throws -> Erasure.Counts {
        let erasure = services.store.erasure
        if try await erasure.isBusy(user) { throw Self.busy }
        var counts = Erasure.Counts()
        while case let batch = try await erasure.jobs(of: user), !batch.isEmpty {
            for key in batch.flatMap(\.files) where BlobKey.isValid(key) {
                try await services.blobs.delete(key)
                counts.files += 1
            }
            let before = counts.jobs
            try await erasure.remove(batch.map(\.jobID), of: user, counting: &counts)
            if counts.jobs == before { break }
        }
        // One that was taken in the meantime still uses what is kept.
        if try await erasure.isBusy(user) { throw Self.busy }
        try await erasure.removeRest(of: user, counting: &counts)
        return counts
    }

    private static let busy = APIError(
        status: .conflict,
        code: "job_running",
        message: "A job of the user is at work: cancel it, or wait until it has ended"
    )
}
