import Foundation
import GhostHands
import Logging

/// Writes what is logged to standard error, a line each, as text for people or as JSON for programs.
struct LineHandler: LogHandler {
    /// How lines are written (`GH_LOG_FORMAT`).
    enum Format: String, CaseIterable, Sendable {
        case text, json
    }

    let levels: LogLevels
    let format: Format
    /// Which part of the program it is of; nil is the program itself.
    var part: String?
    /// Where lines of JSON go; standard error outside tests.
    var write: @Sendable (Data) -> Void = { try? FileHandle.standardError.write(contentsOf: $0) }
    var metadata: Logger.Metadata = [:]
    var metadataProvider: Logger.MetadataProvider?
    /// What its owner has set, below which nothing of it is logged unless details are asked for.
    private var floor: Logger.Level?
    private var text: StreamLogHandler

    init(_ levels: LogLevels, _ format: Format) {
        self.levels = levels
        self.format = format
        text = StreamLogHandler.standardError(label: "ghosthands")
        text.logLevel = .trace
    }

    var logLevel: Logger.Level {
        get {
            let plan = levels.plan
            // Who asks for details, or names the part, is shown what is otherwise chatter.
            if plan.standard < .info || part.map({ plan.parts[$0] != nil }) ?? false { return plan[part] }
            return max(plan[part], floor ?? .trace)
        }
        set { floor = newValue }
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let all = metadata.merging(metadataProvider?.get() ?? [:]) { $1 }.merging(event.metadata ?? [:]) { $1 }
        switch format {
        case .text:
            var event = event
            event.metadata = all
            text.log(event: event)
        case .json: write(Self.line(event.level, "\(event.message)", all, part: part, at: Date()))
        }
    }

    /// A line of JSON; what is told with a message stands beside it, and takes no name that every line has.
    static func line(
        _ level: Logger.Level,
        _ message: String,
        _ metadata: Logger.Metadata,
        part: String?,
        at time: Date
    ) -> Data {
        var members: [String: JSON] = [:]
        for (name, value) in metadata { members[own.contains(name) ? "_" + name : name] = json(value) }
        members["time"] = .string(Timestamp.text(time))
        members["level"] = JSON(level)
        members["label"] = .string(part.map { "ghosthands." + $0 } ?? "ghosthands")
        members["message"] = .string(message)
        return JSON.object(members).data + Data("\n".utf8)
    }

    private static let own: Set = ["time", "level", "label", "message"]

    private static func json(_ value: Logger.MetadataValue) -> JSON {
        switch value {
        case .string(let text): .string(text)
        case .stringConvertible(let value): .string(value.description)
        case .array(let values): .array(values.map(json))
        case .dictionary(let values): .object(values.mapValues(json))
        }
    }
}

extension Logger {
    /// The logger of a part of the program, which may have a level of its own (``LogLevels``).
    func of(_ part: String) -> Logger {
        guard var own = handler as? LineHandler else { return self }
        own.part = part
        return Logger(label: "ghosthands." + part) { [own] _ in own }
    }
}
