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
            return Response(json: [
                "count": .int(Int64(workers.count)), "workers": .array(workers.map(Self.json)),
                "timestamp": .string(Timestamp.text(services.now())),
            ])
        }
    }

    private static func json(_ worker: Workers.Entry) -> JSON {
        [
            "worker_id": .string(worker.id), "status": .string(worker.status),
            "target_worker_id": .optional(worker.targetWorkerID),
            "max_concurrent": .int(Int64(worker.maxConcurrent)), "active_jobs": .int(Int64(worker.activeJobs)),
            "current_job_id": .optional(worker.currentJobID?.uuidString.lowercased()),
            "jobs_completed": .int(Int64(worker.jobsCompleted)), "jobs_failed": .int(Int64(worker.jobsFailed)),
            "registered_at": .string(Timestamp.text(worker.registeredAt)),
            "last_heartbeat": .string(Timestamp.text(worker.lastHeartbeat)),
            "uptime_seconds": .int(Int64(worker.uptimeSeconds)),
        ]
    }
}
