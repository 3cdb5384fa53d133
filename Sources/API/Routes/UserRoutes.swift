import Foundation
import GhostHands
import Hummingbird
import Store

/// What a user has spent this month, and what was learned for them.
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
        routes.delete("/users/:id/answers") { _, context in
            let id = try context.uuid("id", orNotFound: "User not found")
            let count = try await services.store.learnedAnswers.forget(of: id)
            return Response(UserReplies.forgotten, (id, count))
        }
    }
}
