import Foundation
import GhostHands
import NIOCore
import Outbound
import Store

/// What whoever watches the service is shown: looked up once a second at most, however many ask, and written once for all.
final class Monitor: Sendable {
    /// What is shown, ready to be sent.
    struct Board: Sendable {
        let outlook: Outlook
        let metrics: ByteBuffer
        let figures: ByteBuffer
        let health: ByteBuffer
        let alerts: ByteBuffer
        let dashboard: ByteBuffer
        let keptAlerts: ByteBuffer
        let workers: ByteBuffer
    }

    /// Counts what this process answers.
    let meter: RequestMeter
    private let boards: SingleFlight<Board>

    /// How long the database, or the store of files, may take to answer.
    private static let patience = Duration.seconds(2)

    init(_ services: APIServices, meter: RequestMeter) {
        self.meter = meter
        _ = ProcessFacts.started
        let storage = SingleFlight<Bool>(rest: .seconds(10)) { [blobs = services.blobs] in
            await Store.within(Self.patience) { await blobs.isReachable() }
        }
        boards = SingleFlight(rest: .seconds(1)) {
            await Self.look(services, storage, meter)
        }
    }

    /// What is shown now.
    func board() async throws -> Board { try await boards.value() }

    private static func look(
        _ services: APIServices,
        _ storage: SingleFlight<Bool>,
        _ meter: RequestMeter
    ) async -> Board {
        let clock = ContinuousClock()
        async let hasStorage = storage.value()
        let begun = clock.now
        let standing = try? await Store.within(patience) { try await services.store.totals.read() }
        let latency = clock.now - begun
        let outlook = Outlook(
            time: services.now(),
            latency: latency,
            standing: standing,
            isStorageUp: (try? await hasStorage) ?? false
        )
        return Board(outlook, services, meter)
    }
}

extension Monitor.Board {
    fileprivate init(_ outlook: Outlook, _ services: APIServices, _ meter: RequestMeter) {
        let own = Outlook.Own(
            version: services.version,
            requests: meter.all,
            sockets: services.sockets.count,
            streams: services.feed.board.count,
            feed: services.feed.mode,
            realtime: services.realtime.figures,
            pool: services.store.connections
        )
        let view = MonitoringReplies.View(outlook: outlook, requests: meter.sums)
        self.outlook = outlook
        metrics = ByteBuffer(string: outlook.exposition(own))
        figures = ByteBuffer(bytes: MonitoringReplies.metrics.json(view).data)
        health = ByteBuffer(bytes: MonitoringReplies.health.json(outlook).data)
        alerts = ByteBuffer(bytes: MonitoringReplies.alerts.json(outlook).data)
        dashboard = ByteBuffer(bytes: MonitoringReplies.dashboard.json(view).data)
        keptAlerts = ByteBuffer(bytes: MonitoringReplies.keptAlerts.json(outlook).data)
        workers = ByteBuffer(bytes: ServiceReplies.workers.json((outlook.standing?.workers ?? [], outlook.time)).data)
    }
}
