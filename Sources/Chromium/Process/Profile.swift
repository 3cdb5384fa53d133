import Foundation

/// A browser's folder, named for the process that owns it so that a later one can tell whether it is still in use.
struct Profile: Sendable {
    private static let prefix = "ghosthands-browser"

    let url: URL

    /// Makes an empty folder that only the browser's user may enter.
    static func make(in parent: URL, for user: Browser.User?) throws -> Profile {
        let owner = "\(prefix)-\(namespace)-\(getpid())-\(startTime(of: getpid()) ?? 0)"
        let profile = Profile(url: parent.appending(path: "\(owner)-\(UUID().uuidString)", directoryHint: .isDirectory))
        do {
            try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
            try profile.makeFolder(profile.url, for: user)
        } catch {
            throw ChromiumError(.launchFailed, "no profile can be made in \(parent.path)")
        }
        return profile
    }

    /// Removes the folders of owners that are gone; those of other process namespaces cannot be judged from here.
    static func sweep(_ parent: URL) {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: parent.path)) ?? []
        for name in names where name.hasPrefix("\(prefix)-\(namespace)-") {
            let parts = name.dropFirst("\(prefix)-\(namespace)-".count).split(separator: "-")
            guard parts.count > 2, let pid = pid_t(parts[0]), let start = Int(parts[1]) else { continue }
            if startTime(of: pid) != start {
                try? FileManager.default.removeItem(at: parent.appending(path: name))
            }
        }
    }

    func makeFolder(_ folder: URL, for user: Browser.User?) throws {
        try FileManager.default.createDirectory(
            at: folder,
            withIntermediateDirectories: false,
            attributes: [.posixPermissions: 0o700]
        )
        try give(folder, to: user)
    }

    func give(_ item: URL, to user: Browser.User?) throws {
        guard let user else { return }
        guard chown(item.path, user.uid, user.gid) == 0 else { throw CocoaError(.fileWriteNoPermission) }
    }

    func remove() {
        try? FileManager.default.removeItem(at: url)
    }

    private static let namespace: String = {
        let link = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/ns/pid")) ?? ""
        return link.filter(\.isNumber)
    }()

    /// When a process started, in ticks after the machine did; nil when there is no such process.
    private static func startTime(of pid: pid_t) -> Int? {
        guard let stat = try? String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8) else { return nil }
        // The name before it may hold spaces and brackets.
        guard let end = stat.lastIndex(of: ")") else { return nil }
        let fields = stat[end...].split(separator: " ")
        return fields.count > 20 ? Int(fields[20]) : nil
    }
}
