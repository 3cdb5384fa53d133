import CLinux
import Dispatch
import Foundation
import Glibc
import Waiting

/// The first process of the server that works in a cluster's folder.
struct Postmaster: Sendable {
    private let cluster: URL

    /// - Parameter cluster: the folder.
    init(of cluster: URL) { self.cluster = cluster }

    private static let socketName = ".s.PGSQL.5432"
    private var file: URL { cluster.appending(path: "postmaster.pid") }

    /// Its process; nil when none works there, whatever a file says that a killed one left.
    var id: pid_t? { Self.named(by: file).flatMap { isServer($0) ? $0 : nil } }

    /// Whether it takes connections at the socket in the cluster's folder.
    var isReady: Bool {
        let lines = (try? String(contentsOf: file, encoding: .utf8))?.split(separator: "\n") ?? []
        let isUp = lines.last?.trimmingCharacters(in: .whitespaces) == "ready"
        return isUp && FileManager.default.fileExists(atPath: cluster.appending(path: Self.socketName).path)
    }

    /// Removes the lock files of a server that is gone, when another process has its process number now.
    ///
    /// PostgreSQL would take that for its own kind and not start. In a container numbers come again at each start.
    func removeStaleLocks() {
        for lock in [file, cluster.appending(path: "\(Self.socketName).lock")] {
            guard let id = Self.named(by: lock), kill(id, 0) == 0 || errno == EPERM, !isServer(id) else { continue }
            try? FileManager.default.removeItem(at: lock)
        }
    }

    /// Reaps the processes that a killed server left behind: they become children of the first process of a container,
    /// which we may be.
    func buryOrphans() {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        for id in names.compactMap({ pid_t($0) }) {
            guard let process = Process(id), process.isPostgres, process.isDead, process.parent == getpid() else {
                continue
            }
            waitpid(id, nil, WNOHANG)
        }
    }

    /// Tells it to end at once, as in a crash, and does not wait: what was committed is kept.
    func quit() {
        if let id { kill(id, SIGQUIT) }
    }

    /// Waits until it has ended, or the task is cancelled.
    func ended() async {
        guard let id else { return }
        let descriptor = clinux_pidfd_open(id)
        guard descriptor >= 0 else { return await missed(id) }
        let hasEnded = Signal()
        let source = DispatchSource.makeReadSource(fileDescriptor: descriptor)
        source.setEventHandler { hasEnded.raise() }
        source.setCancelHandler { close(descriptor) }
        source.resume()
        await hasEnded.wait()
        source.cancel()
    }

    /// Where the kernel tells nothing, we have to look.
    private func missed(_ id: pid_t) async {
        while self.id == id, !Task.isCancelled {
            try? await ContinuousClock().sleep(for: .seconds(1))
        }
    }

    private static func named(by lock: URL) -> pid_t? {
        let text = try? String(contentsOf: lock, encoding: .utf8)
        return text?.split(separator: "\n").first.flatMap { pid_t($0) }.flatMap { $0 > 0 ? $0 : nil }
    }

    /// Whether a process is a server that works in the folder; a killed process keeps its number until its parent has
    /// asked how it ended.
    private func isServer(_ id: pid_t) -> Bool {
        guard let process = Process(id), process.isPostgres, !process.isDead else { return false }
        // Not every container lets root see where another user's process works.
        guard let place = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(id)/cwd") else {
            return true
        }
        return place == cluster.path
    }
}

extension Postmaster {
    /// What the kernel says of a process.
    private struct Process {
        let isPostgres: Bool
        /// Whether it has ended and its parent has not asked how.
        let isDead: Bool
        let parent: pid_t

        /// Nil when there is none of that number.
        init?(_ id: pid_t) {
            guard let text = try? String(contentsOfFile: "/proc/\(id)/stat", encoding: .utf8),
                let begin = text.firstIndex(of: "("), let end = text.lastIndex(of: ")")
            else { return nil }
            let rest = text[end...].split(separator: " ")
            guard rest.count > 2, let parent = pid_t(rest[2]) else { return nil }
            isPostgres = text[begin..<end].dropFirst() == "postgres"
            isDead = rest[1] == "Z"
            self.parent = parent
        }
    }
}
