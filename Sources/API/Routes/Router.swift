public import Hummingbird
import Outbound
import Store

/// Every route of the API (R2).
///
/// - Parameter services: what the routes work with.
/// - Returns: the router.
public func buildRouter(_ services: APIServices) -> Router<APIContext> {
    let meter = RequestMeter()
    let monitor = Monitor(services, meter: meter)
    return edged(meter) { addRoutes(services, monitor, to: $0) }
}

/// A router with an ``EdgeMiddleware`` that knows its routes.
func edged(_ meter: RequestMeter = RequestMeter(), _ add: (Router<APIContext>) -> Void) -> Router<APIContext> {
    let plain = Router(context: APIContext.self)
    add(plain)
    let router = Router(context: APIContext.self, options: .autoGenerateHeadEndpoints)
    router.add(
        middleware: EdgeMiddleware(served: ServedMethods(plain.routes.map { ($0.path, $0.method) }), meter: meter)
    )
    add(router)
    return router
}

private func addRoutes(_ services: APIServices, _ monitor: Monitor, to router: Router<APIContext>) {
    let health = HealthRoutes(services)
    let base = router.group("/api/v1/gh")
    health.add(to: router)
    health.add(to: base)
    DocumentRoutes().add(to: router)
    let monitoring = MonitoringRoutes(monitor)
    RootRoutes(hasConsole: services.console != nil).add(to: router)
    if let console = services.console { ConsoleRoutes(services, console).add(to: router) }
    monitoring.add(to: router)
    monitoring.add(to: base)
    if let links = services.fileLinks { FileRoutes(services, links).add(to: router) }
    if let folder = services.blobs as? FolderBlobStore {
        let keys = RealtimeKeys(service: services.key, secret: services.realtimeSecret)
        StorageRoutes(folder, now: services.now).add(to: router)
        StorageDoor(folder, keys: keys, now: services.now).add(to: router)
    }
    let guarded = base.group().add(middleware: services.guardian)
    let valet = ValetRoutes(services)
    valet.add(to: guarded)
    StreamRoutes(services, status: valet.shown).add(to: base)
    CodeRoutes(services).add(to: guarded)
    LiveLinkRoutes(services).add(to: guarded)
    if let live = services.live { LiveRoutes(services, live).add(to: router) }
    JobRoutes(services).add(to: guarded)
    CallbackRoutes(services).add(to: guarded)
    TraceRoutes(services).add(to: guarded)
    SessionRoutes(services).add(to: guarded)
    OperatorRoutes(services).add(to: guarded)
    DeskRoutes(services).add(to: base)
    UserRoutes(services).add(to: guarded)
    ManualRoutes(services).add(to: guarded)
}
