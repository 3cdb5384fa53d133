import GhostHands
import Hummingbird
import Store

/// Whether the process and its database answer, for load balancers, and the models there are; needs no key.
struct HealthRoutes: Sendable {
    private let services: APIServices
    private let database: DatabaseProbe

    init(_ services: APIServices) {
        self.services = services
        database = DatabaseProbe(services.store)
    }

    func add(to routes: some RouterMethods<APIContext>) {
        routes.get("/health") { _, _ in
            let isWell = await database.isWell()
            return Response(
                ServiceReplies.health,
                .init(hasDatabase: isWell, feed: services.feed.mode, version: services.version, now: services.now())
            )
        }
        routes.get("/models") { _, _ in Response(ModelReplies.list, services.models) }
    }
}
