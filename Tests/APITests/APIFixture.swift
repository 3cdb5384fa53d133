import Foundation
import GhostHands
import Logging
import NIOConcurrencyHelpers
import Outbound
import Postgres
import ServiceLifecycle
import Store
import TestSupport

@testable import API

/// A running API over a database of its own.
struct APIFixture: Sendable {
    let client: APIClient
    let store: Store
    let pool: PostgresPool
    let blobs: FolderBlobStore
    let wakes: Counter
    let deliveries: Counter
    let stopped: Stopped
    let time: TestTime
    let server: APIServer
}

/// The jobs whose browsers were to stop.
final class Stopped: Sendable {
    private let value = NIOLockedValueBox<[UUID]>([])

    var ids: [UUID] { value.withLockedValue(\.self) }

    func add(_ id: UUID) { value.withLockedValue { $0.append(id) } }
}

/// Counts calls.
final class Counter: Sendable {
    private let value = NIOLockedValueBox(0)

    var count: Int { value.withLockedValue(\.self) }

    func add() { value.withLockedValue { $0 += 1 } }
}

/// The time as the API is told it.
final class TestTime: Sendable {
    private let value = NIOLockedValueBox(Date())

    var now: Date { value.withLockedValue(\.self) }

    func pass(_ seconds: TimeInterval) { value.withLockedValue { $0 += seconds } }
}

struct ServerDidNotStart: Error {}

/// Lends a running API.
func withAPI(
    allowing allowance: AddressRule.Allowance = .publicOnly,
    databaseIsAway: Bool = false,
    patience: Patience = Patience(),
    maxConnections: Int = 2048,
    _ body: @escaping @Sendable (APIFixture) async throws -> Void
) async throws {
    if databaseIsAway {
        let configuration = try PostgresConfiguration(
            url: "host=/nowhere dbname=nowhere user=nobody",
            applicationName: "test",
            acquireTimeout: .seconds(1)
        )
        try await withPool(configuration, logger: .silent) {
            try await serve($0, allowance, patience, maxConnections, body)
        }
    } else {
        try await withDatabase { try await serve($0.pool, allowance, patience, maxConnections, body) }
    }
}

/// Lends a running API over a database of the test's.
func withAPI(
    over pool: PostgresPool,
    _ body: @escaping @Sendable (APIFixture) async throws -> Void
) async throws {
    try await serve(pool, .publicOnly, Patience(), 2048, body)
}

/// Runs a server that is asked to end, and not cut off: cancelled outright, the library stops the whole process over a
/// connection that was taken and not looked at yet.
func gracefully(_ server: any Service) -> ServiceGroup {
    var configuration = ServiceGroupConfiguration(services: [.init(service: server)], logger: .silent)
    configuration.maximumGracefulShutdownDuration = .seconds(3)
    return ServiceGroup(configuration: configuration)
}

private func serve(
    _ pool: PostgresPool,
    _ allowance: AddressRule.Allowance,
    _ patience: Patience,
    _ maxConnections: Int,
    _ body: @escaping @Sendable (APIFixture) async throws -> Void
) async throws {
    let folder = FileManager.default.temporaryDirectory.path + "/api-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let (ports, announce) = AsyncStream.makeStream(of: Int.self)
    let blobs = FolderBlobStore(
        folder: folder,
        publicBase: "http://files.example",
        signingKey: Data(repeating: 3, count: 32)
    )
    let (wakes, deliveries, stopped, time, store) = (
        Counter(), Counter(), Stopped(), TestTime(),
        Store(pool: pool, sealer: Sealer(key: Data(repeating: 5, count: 32)))
    )
    var services = APIServices(
        store: store,
        blobs: blobs,
        serviceKey: APIClient.key,
        addressRule: AddressRule(allowance),
        version: "1.2.3",
        wake: { wakes.add() },
        stop: { stopped.add($0) },
        now: { time.now }
    )
    services.fileLinks = FileLinks(base: "http://files.example", keys: [Data(repeating: 3, count: 32)], days: 30)
    services.deliver = { deliveries.add() }
    services.realtimeSecret = TestToken.secret
    services.live = LiveAccess(
        key: LiveKey(credential: Data(repeating: 5, count: 32)),
        publicURL: "https://apply.example/"
    )
    services.console = ConsoleAccess(
        serviceKey: APIClient.key,
        viewKey: ConsoleTests.viewKey,
        publicURL: "https://apply.example/"
    )
    let server = APIServer(
        services: services,
        host: "127.0.0.1",
        port: 0,
        maxConnections: maxConnections,
        patience: patience,
        logger: .silent
    ) {
        announce.yield($0)
    }
    let running = gracefully(server)
    try await withThrowingTaskGroup(of: Void.self) { group in
        defer { group.cancelAll() }
        group.addTask {
            defer { announce.finish() }
            do { try await running.run() } catch is CancellationError {}
        }
        guard let port = await ports.first(where: { _ in true }) else { throw ServerDidNotStart() }
        try await body(
            APIFixture(
                client: APIClient(port: port),
                store: store,
                pool: pool,
                blobs: blobs,
                wakes: wakes,
                deliveries: deliveries,
                stopped: stopped,
                time: time,
                server: server
            )
        )
        await running.triggerGracefulShutdown()
        try await group.waitForAll()
    }
}
