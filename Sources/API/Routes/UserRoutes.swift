import Foundation
import GhostHands
import Hummingbird
import Store

/// What a user has spent this month (predecessor.md 1.4), and what was learned for them.
struct UserRoutes: Sendable {
    private let services: APIServices

    init(_ services: APIServices) { self.services = services }

    func add(to routes: some RouterMethods<APIContext>) {
        routes.get("/users/:id/usage") { _, context in
            let id = try context.uuid("id", orNotFound: "User not found")
            return Response(json: json(id, try await services.store.usage.month(of: id)))
        }
        routes.delete("/users/:id/answers") { _, context in
            let id = try context.uuid("id", orNotFound: "User not found")
            let count = try await services.store.learnedAnswers.forget(of: id)
            return Response(json: ["user_id": .id(id), "deleted": .int(Int64(count))])
        }
    }

    private func json(_ id: UUID, _ month: Usage.Month) -> JSON {
        let budget = services.budgets.month(month.tier).dollars
        return [
            "user_id": .id(id), "tier": .string(month.tier), "monthly_budget_usd": .number(budget),
            "current_month_cost_usd": .number(month.costUSD),
            "input_tokens": .int(month.inputTokens), "output_tokens": .int(month.outputTokens),
            "remaining_budget_usd": .number(max(0, budget - month.costUSD)),
            "job_count": .int(Int64(month.jobCount)), "period_start": .string(Timestamp.text(month.start)),
            "period_end": .string(Timestamp.text(month.end)),
        ]
    }
}
