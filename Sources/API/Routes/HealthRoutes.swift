import GhostHands
import Hummingbird

/// Whether the process answers, for load balancers (contract 13.1), and the models there are; needs no key.
struct HealthRoutes: Sendable {
    private let services: APIServices

    init(_ services: APIServices) { self.services = services }

    func add(to routes: some RouterMethods<APIContext>) {
        routes.get("/health") { _, _ in
            Response(json: [
                "status": "ok", "service": "ghosthands", "version": .string(services.version),
                "timestamp": .string(Timestamp.text(services.now())),
            ])
        }
        routes.get("/models") { _, _ in Response(json: services.models) }
    }
}
