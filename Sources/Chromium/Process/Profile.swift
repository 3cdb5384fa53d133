import Foundation

/// A browser's folder, named for the process that owns it so that a later one can tell whether it is still in use.
///
/// The name is short, its numbers to the base 36: full Chromium makes a socket below the folder, and a socket's path has
/// at most 107 bytes.
struct Profile: Sendable {
    private static let prefix = "gh-browser"

    let url: URL

    /// Makes an empty folder that only the browser's user may enter.
    static func make(in parent: URL, for user: Browser.User?) throws -> Profile {
        let numbers = [Int(getpid()), startTime(of: getpid()) ?? 0, Int.random(in: 0..<1 << 31)]
        let name = ([prefix, namespace] + numbers.map { String($0, radix: 36) }).joined(separator: "-")
        let profile = Profile(url: parent.appending(path: name, directoryHint: .isDirectory))
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
            guard parts.count > 2, let pid = pid_t(parts[0], radix: 36), let start = Int(parts[1], radix: 36) else {
                continue
            }
            if startTime(of: pid) != start {
                try? FileManager.default.removeItem(at: parent.appending(path: name))
            }
        }
    }

    /// Whether full Chromium can make its socket below the folder.
    var isShortEnough: Bool { url.path.utf8.count + "/org.chromium.Chromium.XXXXXX/SingletonSocket".utf8.count <= 107 }

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
        return String(Int(link.filter(\.isNumber)) ?? 0, radix: 36)
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
