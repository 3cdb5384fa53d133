import Foundation
import GhostHands

/// Manuals as files in a folder, for whoever fills forms without a server.
struct ManualFolder: Sendable {
    private let url: URL

    /// A folder; it is made with the first manual.
    ///
    /// - Parameter path: where it is.
    init(_ path: String) { url = URL(filePath: path, directoryHint: .isDirectory) }

    /// How many manuals a folder may hold.
    private static let most = 1000

    /// The manuals in it.
    ///
    /// - Returns: those that can be read.
    /// - Throws: ``SetupError`` naming the one that cannot.
    func manuals() throws -> [Manual] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []
        return try names.filter { $0.hasSuffix(".json") }.sorted().prefix(Self.most).map { name in
            try Self.read(url.appending(path: name).path)
        }
    }

    /// Reads one exported manual.
    ///
    /// - Parameter path: the file.
    /// - Returns: the manual.
    /// - Throws: ``SetupError`` with the reason.
    static func read(_ path: String) throws -> Manual {
        let mend = "export it again, or remove it from the folder"
        guard let data = FileManager.default.contents(atPath: path), let json = try? JSON(parsing: data) else {
            throw SetupError("\(path) does not hold a manual", mend: mend)
        }
        do throws(ManualReader.Fault) {
            var manual = try ManualReader.manual(json, id: UUID())
            manual.health.score = json["health_score"].double ?? 100
            manual.health.successes = json["success_count"].int ?? 0
            manual.health.failures = json["failure_count"].int ?? 0
            manual.health.heals = json["heal_count"].int ?? 0
            manual.health.isQuarantined = json["quarantined"].bool ?? false
            return manual
        } catch {
            throw SetupError("\(path) cannot be replayed: \(error.reason)", mend: mend)
        }
    }

    /// Writes down what a run taught.
    ///
    /// - Parameter record: what became of the manual.
    /// - Returns: what a person is told of it; nil when there is nothing to tell.
    /// - Throws: ``SetupError`` when the folder cannot be written to.
    func learn(_ record: CookbookRecord) throws -> String? {
        if let recorded = record.recorded {
            try write(recorded)
            return "Recorded a manual of \(recorded.steps.count) steps in \(path(of: recorded))"
        }
        guard let lesson = record.lesson, var manual = record.manual else { return nil }
        if let mended = lesson.mended {
            (manual.steps, manual.pages) = (mended.steps, mended.pages)
            manual.version += 1
        }
        manual.health.learn(lesson.verdict)
        try write(manual)
        return lesson.mended == nil ? nil : "Mended the manual (\(lesson.reason ?? "")): version \(manual.version)"
    }

    private func path(of manual: Manual) -> String {
        url.appending(path: "\(manual.platform)-\(manual.id.uuidString.lowercased().prefix(8)).json").path
    }

    private func write(_ manual: Manual) throws {
        do {
            try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
            try (manual.json.data + Data("\n".utf8)).write(to: URL(filePath: path(of: manual)), options: .atomic)
        } catch {
            throw SetupError("\(url.path) cannot be written to", mend: "name a folder that is yours")
        }
    }
}
