import Foundation
import Glibc

/// Where the program keeps what must outlive it: the private PostgreSQL, keys and files.
struct DataFolder: Sendable {
    let url: URL

    /// The folder that the environment names.
    ///
    /// - Parameters:
    ///   - environment: the settings, and where a person's data lie.
    ///   - isRoot: whether root runs the program.
    ///   - home: the home that the system knows of; nil for a user without one.
    /// - Throws: ``SetupError`` when it cannot be told from the environment.
    init(
        _ environment: Environment,
        isRoot: Bool = geteuid() == 0,
        home: String? = getpwuid(geteuid()).map { String(cString: $0.pointee.pw_dir) }
    ) throws {
        if let path = try environment.text(.dataFolder) {
            guard path.hasPrefix("/") else {
                throw SetupError(
                    "GH_DATA_DIR is not an absolute path",
                    mend: "set GH_DATA_DIR to a path that begins with /"
                )
            }
            self.init(path)
        } else if isRoot {
            // PostgreSQL refuses to run as root, and root's home cannot be entered by the user it runs as.
            self.init("/var/lib/ghosthands")
        } else {
            // The specification of XDG has what is not absolute be ignored.
            let data = environment.folder("XDG_DATA_HOME")
            let base = data ?? (environment.folder("HOME") ?? home).map { "\($0)/.local/share" }
            guard let base else {
                throw SetupError("the data folder has no place: HOME is not set", mend: "set GH_DATA_DIR")
            }
            self.init("\(base)/ghosthands")
        }
    }

    /// A folder by its path, of which nothing has to be there.
    ///
    /// - Parameter path: an absolute path, with links and dots.
    init(_ path: String) {
        var resolved = URL(filePath: "/")
        for part in path.split(separator: "/") where part != "." {
            // The system resolves links and `..`, for the part of the path that exists.
            let next = resolved.path == "/" ? "/\(part)" : "\(resolved.path)/\(part)"
            resolved = URL(filePath: part == ".." ? Self.parent(of: resolved.path) : Self.real(next) ?? next)
        }
        url = resolved
    }

    private static func real(_ path: String) -> String? {
        guard let found = realpath(path, nil) else { return nil }
        defer { free(found) }
        return String(cString: found)
    }

    private static func parent(of path: String) -> String {
        let parent = path[..<(path.lastIndex(of: "/") ?? path.startIndex)]
        return parent.isEmpty ? "/" : String(parent)
    }

    /// The folder and those above it, down to the root.
    var ancestry: [String] {
        var folders = [url.path]
        while let last = folders.last, last != "/" { folders.append(Self.parent(of: last)) }
        return folders
    }

    var cluster: URL { url.appending(path: "postgres") }
    var keys: URL { url.appending(path: "keys") }
    var files: URL { url.appending(path: "files") }
    var staging: URL { url.appending(path: "staging") }
    var lock: URL { url.appending(path: "lock") }

    /// Makes the folder and those below it; who may enter them differs.
    ///
    /// - Throws: ``SetupError`` when it cannot be made.
    func prepare() throws {
        do {
            // The browser's and PostgreSQL's users must pass through; neither can list it.
            try make(url, 0o711)
            try make(keys, 0o700)
            try make(files, 0o700)
            try make(staging, 0o700)
        } catch {
            let nearest = ancestry.first(where: FileManager.default.fileExists(atPath:)) ?? "/"
            throw SetupError(
                "the data folder \(url.path) cannot be created or belongs to somebody else: only \(nearest) exists",
                mend: "set GH_DATA_DIR to a folder you may write"
            )
        }
    }

    /// A folder for the files of one process on their way to a form; what dead processes left is removed.
    ///
    /// - Throws: ``SetupError`` when it cannot be made.
    func stagingOfThisProcess() throws -> URL {
        let manager = FileManager.default
        for name in (try? manager.contentsOfDirectory(atPath: staging.path)) ?? [] {
            let owner = name.split(separator: "-").first.flatMap { pid_t($0) } ?? 0
            if owner > 0, kill(owner, 0) == 0 || errno == EPERM { continue }
            try? manager.removeItem(at: staging.appending(path: name))
        }
        let own = staging.appending(path: "\(getpid())-\(UUID().uuidString)")
        do {
            try make(own, 0o700)
        } catch {
            throw SetupError("the staging folder \(own.path) cannot be made", mend: "free some disk space")
        }
        return own
    }

    /// Checks that other users of this machine can pass through to what is theirs.
    ///
    /// - Throws: ``SetupError`` naming the folder that they cannot enter.
    func checkPassage() throws {
        for folder in ancestry {
            let attributes = try? FileManager.default.attributesOfItem(atPath: folder)
            if let mode = attributes?[.posixPermissions] as? NSNumber, mode.intValue & 0o001 == 0 {
                throw SetupError(
                    "the user postgres cannot enter \(folder), and root's PostgreSQL must run as that user",
                    mend: "set GH_DATA_DIR to a folder whose parents everybody may enter, such as /var/lib/ghosthands"
                )
            }
        }
    }

    private func make(_ folder: URL, _ permissions: Int) throws {
        let manager = FileManager.default
        try manager.createDirectory(at: folder, withIntermediateDirectories: true)
        try manager.setAttributes([.posixPermissions: permissions], ofItemAtPath: folder.path)
    }
}
