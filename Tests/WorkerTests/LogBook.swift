import Foundation
import Logging

/// Everything that is logged, in a file, so that a test can read it while it is written.
struct LogBook: Sendable {
    private let path: String

    init(in folder: URL) throws {
        path = folder.appending(path: "log").path
        try Data().write(to: URL(filePath: path))
    }

    /// A logger that leaves nothing out.
    var logger: Logger { Logger(label: "worker") { [path] _ in Page(path: path) } }

    var lines: [Substring] {
        let data = FileManager.default.contents(atPath: path) ?? Data()
        return String(decoding: data, as: UTF8.self).split(separator: "\n")
    }

    func count(of text: String) -> Int { lines.count { $0.contains(text) } }

    private struct Page: LogHandler {
        let path: String
        var metadata: Logger.Metadata = [:]
        var logLevel = Logger.Level.trace

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            let all = metadata.merging(event.metadata ?? [:]) { $1 }
            let line = "\(event.level) \(event.message) \(all)".replacing("\n", with: " ") + "\n"
            // One write to a file opened for appending: lines of several threads do not mix.
            let descriptor = open(path, O_WRONLY | O_APPEND | O_CLOEXEC)
            guard descriptor >= 0 else { return }
            defer { close(descriptor) }
            line.withCString { _ = write(descriptor, $0, strlen($0)) }
        }
    }
}
