import Foundation
import GhostHands
import Logging
import NIOConcurrencyHelpers
import Testing

@testable import CLI

@Suite("The log") struct LogTests {
    /// Lines as they were written.
    private final class Lines: Sendable {
        private let value = NIOLockedValueBox<[JSON]>([])

        var all: [JSON] { value.withLockedValue(\.self) }

        func add(_ data: Data) { value.withLockedValue { $0.append(JSON(passingOn: data)) } }
    }

    private func logger(_ levels: LogLevels, to lines: Lines) -> Logger {
        Logger(label: "ghosthands") { _ in
            var handler = LineHandler(levels, .json)
            handler.write = { lines.add($0) }
            return handler
        }
    }

    @Test func `each line is an object, whatever is told`() {
        let lines = Lines()
        var logger = logger(LogLevels(LogLevels.Plan(.info)), to: lines).of("worker")
        logger[metadataKey: "job"] = "j1"
        logger.info("job \"ended\"\nfor good", metadata: ["level": "9", "list": ["a", "b"], "n": "\(3)"])
        let line = lines.all.first
        #expect(lines.all.count == 1)
        #expect(line?["message"] == "job \"ended\"\nfor good")
        #expect(line?["level"] == "info")
        #expect(line?["_level"] == "9")
        #expect(line?["label"] == "ghosthands.worker")
        #expect(line?["job"] == "j1")
        #expect(line?["list"] == ["a", "b"])
        #expect(line?["time"].string.flatMap(Timestamp.date) != nil)
    }

    @Test func `a part has a level of its own, and it changes for loggers that are there`() throws {
        let (levels, lines) = (LogLevels(try #require(LogLevels.Plan("warning,worker=debug"))), Lines())
        let (all, worker) = (logger(levels, to: lines), logger(levels, to: lines).of("worker"))
        all.info("1")
        worker.debug("2")
        _ = levels.change(to: LogLevels.Plan("info"))
        all.info("3")
        worker.debug("4")
        #expect(lines.all.map { $0["message"] } == ["2", "3"])
    }

    @Test func `a level that an owner set is a floor, unless details are asked for`() {
        let (levels, lines) = (LogLevels(LogLevels.Plan(.info)), Lines())
        var quiet = logger(levels, to: lines)
        quiet.logLevel = .warning
        quiet.of("api").info("1")
        quiet.warning("2")
        _ = levels.change(to: LogLevels.Plan("info,api=debug"))
        quiet.info("3")
        quiet.of("api").debug("4")
        #expect(lines.all.map { $0["message"] } == ["2", "4"])
    }

    @Test func `the signal reads a file, and without one goes into detail and back`() throws {
        let levels = LogLevels(LogLevels.Plan(.info))
        let folder = FileManager.default.temporaryDirectory.appending(path: "levels-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "log-level")
        let change = LogLevelSwitch(levels: levels, file: file, logger: logger(levels, to: Lines()))
        change.turn()
        #expect(levels.plan[nil] == .debug)
        change.turn()
        #expect(levels.plan[nil] == .info)
        try Data("error,callbacks=trace\n".utf8).write(to: file)
        change.turn()
        #expect(levels.plan["callbacks"] == .trace)
        #expect(levels.plan["api"] == .error)
        try Data("loud".utf8).write(to: file)
        change.turn()
        #expect(levels.plan["api"] == .error)
    }

    @Test(arguments: ["loud", "info,nobody=debug", "worker=", "=info"])
    func `what is no plan is none`(text: String) {
        #expect(LogLevels.Plan(text) == nil)
    }
}
