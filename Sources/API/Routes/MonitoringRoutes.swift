import Foundation
import GhostHands
import HTTPTypes
import Hummingbird
import Store

/// What operators see without a key, and so nothing personal (R30).
struct MonitoringRoutes: Sendable {
    private let monitor: Monitor

    init(_ monitor: Monitor) { self.monitor = monitor }

    func add(to routes: some RouterMethods<APIContext>) {
        routes.get("/monitoring/workers") { _, _ in
            Self.ready(try await board().workers)
        }
        routes.get("/monitoring/health") { _, _ in
            let board = try await monitor.board()
            return Self.ready(board.health, board.outlook.health == .unhealthy ? .serviceUnavailable : .ok)
        }
        routes.get("/monitoring/metrics") { _, _ in
            Self.ready(try await monitor.board().metrics, type: Exposition.contentType)
        }
        routes.get("/monitoring/metrics/json") { _, _ in Self.ready(try await board().figures) }
        routes.get("/monitoring/alerts") { request, _ in
            var query = QueryReader(request)
            let state = query.text("state") ?? "active"
            if !["active", "all"].contains(state) { query.violate("state", "Expected active or all", .custom) }
            try query.finish()
            return Self.ready(try await state == "all" ? board().keptAlerts : board().alerts)
        }
        routes.get("/monitoring/dashboard") { _, _ in Self.ready(try await monitor.board().dashboard) }
    }

    /// What the database tells; without it there are no figures.
    private func board() async throws -> Monitor.Board {
        let board = try await monitor.board()
        guard board.outlook.standing != nil else { throw Self.away }
        return board
    }

    private static let away = APIError.unavailable("The database does not answer")

    private static func ready(
        _ body: ByteBuffer,
        _ status: HTTPResponse.Status = .ok,
        type: String = "application/json"
    ) -> Response {
        Response(
            status: status,
            headers: [.contentType: type, .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: body)
        )
    }
}
