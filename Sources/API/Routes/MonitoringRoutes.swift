import Foundation
import GhostHands
import Hummingbird
import Store

/// What operators see without a key, and so nothing personal (R30).
struct MonitoringRoutes: Sendable {
    private let services: APIServices

    init(_ services: APIServices) { self.services = services }

    func add(to routes: some RouterMethods<APIContext>) {
        routes.get("/monitoring/workers") { _, _ in
            let workers = try await services.store.workers.list()
            return Response(ServiceReplies.workers, (workers, services.now()))
        }
    }
}
