import ArgumentParser
import AsyncHTTPClient
import Foundation
import GhostHands
import NIOCore
import NIOHTTP1

/// Whether a process of ours on this machine is well, for the health checks of containers and for scripts.
struct HealthCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "health",
        abstract: "Ask the API or the worker of this machine whether it is well.",
        discussion: """
            Asks at the address and the port that the settings name. Exits with 1 when there is no answer, or when the \
            API does not reach its database. A busy or draining worker is well.
            """
    )

    @Argument(help: "api or worker.")
    var role: Role

    enum Role: String, ExpressibleByArgument, CaseIterable {
        case api, worker
    }

    func run() async throws {
        let settings = try Settings()
        let url =
            switch role {
            case .api: settings.address.url(port: settings.port) + "/health"
            case .worker: settings.workerAddress.url(port: settings.workerPort ?? 0) + "/worker/health"
            }
        let status = await status(at: url)
        Terminal.say(status ?? "no answer at \(url)")
        if status == nil || status == "degraded" { throw ExitCode(1) }
    }

    private func status(at url: String) async -> String? {
        do {
            let reply = try await HTTPClient.shared.execute(HTTPClientRequest(url: url), timeout: .seconds(3))
            guard reply.status == .ok else { return nil }
            let body = try await reply.body.collect(upTo: 65536)
            return try JSON(parsing: Data(body.readableBytesView))["status"].string
        } catch {
            return nil
        }
    }
}
