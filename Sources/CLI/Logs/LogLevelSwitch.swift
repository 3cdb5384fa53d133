import Foundation
import Logging
import ServiceLifecycle
import UnixSignals

/// Changes what is logged while the program runs: SIGUSR1 has it read the file `log-level` of the data folder, which says
/// what `GH_LOG_LEVEL` does; without one it logs in detail, and with the next signal as before.
struct LogLevelSwitch: Service {
    let levels: LogLevels
    let file: URL
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            for await _ in await UnixSignalsSequence(trapping: .sigusr1) { turn() }
        }
    }

    /// Does what the signal asks for.
    func turn() {
        let text = try? String(contentsOf: file, encoding: .utf8)
        let plan = text.flatMap(LogLevels.Plan.init)
        if text != nil, plan == nil {
            logger.warning(
                "the file of log levels cannot be read; nothing is changed",
                metadata: ["file": "\(file.path)"]
            )
            return
        }
        let now = levels.change(to: plan)
        let parts = now.parts.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        logger.notice("log levels", metadata: ["levels": "\(([now.standard.rawValue] + parts).joined(separator: ","))"])
    }
}
