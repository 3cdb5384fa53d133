import Chromium
import Foundation
import GhostHands
import Logging
import Outbound

/// Keeps the files that a site sent while a `custom` job was done.
struct Artifacts: Sendable {
    let job: UUID
    /// Where the folder for them is made.
    let parent: URL
    let blobs: any BlobStore
    let links: FileLinks?
    let now: @Sendable () -> Date
    let logger: Logger

    /// How large a file may be and how many there may be; more are not taken.
    private static let (mostBytes, mostFiles) = (20 << 20, 10)

    /// Where the browser puts them first; removed after the job.
    var folder: URL { parent.appending(path: "\(job.uuidString.lowercased())-files") }

    /// What the browser is told about files that sites send.
    func rules() throws -> ContextOptions.Downloads {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return ContextOptions.Downloads(to: folder, mostBytes: Self.mostBytes, mostFiles: Self.mostFiles)
    }

    /// Takes the files into storage.
    ///
    /// - Parameter downloads: what the browser has.
    /// - Returns: a member of `result_data.files` for each, also for those that could not be kept.
    func keep(_ downloads: [Download]) async -> [JSON] {
        var files: [JSON] = []
        for (index, download) in downloads.enumerated() {
            var members: [String: JSON] = ["name": .string(download.name), "bytes": JSON(download.bytes)]
            switch download.state {
            case .running: members["problem"] = "it had not arrived when the job ended"
            case .failed(let reason): members["problem"] = .string(reason)
            case .kept(let file):
                let key = "artifacts/gh/jobs/\(job.uuidString.lowercased())/\(index + 1)-\(Self.plain(download.name))"
                do {
                    let data = try Data(contentsOf: file)
                    try await blobs.put(key, data: data, contentType: "application/octet-stream")
                    members["storage_path"] = .string(key)
                    members["url"] = .optional(await blobs.link(to: key, by: links, now: now()))
                } catch {
                    logger.warning("a file could not be kept", metadata: ["error": "\(error)"])
                    members["problem"] = "it could not be kept"
                }
            }
            files.append(.object(members))
        }
        return files
    }

    /// A name that every storage takes.
    private static func plain(_ name: String) -> String {
        String(name.map { $0.isASCII && ($0.isLetter || $0.isNumber || "-_.".contains($0)) ? $0 : "_" }.suffix(100))
    }

    /// Clears what is left of them on this machine.
    func clear() { try? FileManager.default.removeItem(at: folder) }
}
