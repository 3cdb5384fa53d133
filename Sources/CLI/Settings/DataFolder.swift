import Foundation
import Glibc

/// Where the program keeps what must outlive it: the private PostgreSQL, keys and files.
struct DataFolder: Sendable {
    let url: URL

    init(_ environment: Environment) throws {
        if let path = try environment.text(.dataFolder) {
            guard path.hasPrefix("/") else {
                throw SetupError(
                    "GH_DATA_DIR is not an absolute path",
                    mend: "set GH_DATA_DIR to a path that begins with /"
                )
            }
            url = URL(filePath: path)
        } else if geteuid() == 0 {
            // PostgreSQL refuses to run as root, and root's home cannot be entered by the user it runs as.
            url = URL(filePath: "/var/lib/ghosthands")
        } else {
            let variables = ProcessInfo.processInfo.environment
            let home = FileManager.default.homeDirectoryForCurrentUser
            let base = variables["XDG_DATA_HOME"].map { URL(filePath: $0) } ?? home.appending(path: ".local/share")
            url = base.appending(path: "ghosthands")
        }
    }

    var cluster: URL { url.appending(path: "postgres") }
    var socket: URL { url.appending(path: "run") }
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
            throw SetupError(
                "the data folder \(url.path) cannot be made",
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
        var folder = url
        while folder.path != "/" {
            let attributes = try? FileManager.default.attributesOfItem(atPath: folder.path)
            if let mode = attributes?[.posixPermissions] as? NSNumber, mode.intValue & 0o001 == 0 {
                throw SetupError(
                    "the user postgres cannot enter \(folder.path), and root's PostgreSQL must run as that user",
                    mend: "set GH_DATA_DIR to a folder whose parents everybody may enter, such as /var/lib/ghosthands"
                )
            }
            folder.deleteLastPathComponent()
        }
    }

    private func make(_ folder: URL, _ permissions: Int) throws {
        let manager = FileManager.default
        try manager.createDirectory(at: folder, withIntermediateDirectories: true)
        try manager.setAttributes([.posixPermissions: permissions], ofItemAtPath: folder.path)
    }
}
