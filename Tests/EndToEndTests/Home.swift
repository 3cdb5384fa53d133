import Foundation
import Testing

/// A folder of a test's own for all that the program keeps, and the processes that come of it.
struct Home: Sendable {
    @TaskLocal static var current: Home?

    let folder: URL
    var data: URL { folder.appending(path: "data") }
    var temporary: URL { folder.appending(path: "tmp") }

    /// What the program is told in its environment: nothing of the environment of the tests.
    var settings: [String: String] {
        [
            "PATH": "/usr/bin:/bin", "HOME": folder.path, "LANG": "C.UTF-8", "GH_DATA_DIR": data.path,
            "TMPDIR": temporary.path,
        ]
    }

    private init() throws {
        // Short, for sockets' paths are bounded, and open to the users that PostgreSQL and the browser run as.
        let name = UUID().uuidString.prefix(8).lowercased()
        folder = URL(filePath: "/tmp/gh-e2e-\(name)")
        for part in [folder, temporary] {
            try FileManager.default.createDirectory(at: part, withIntermediateDirectories: true)
            try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: part.path)
        }
    }

    /// Lends a home, and leaves nothing of it behind.
    static func open(_ body: (Home) async throws -> Void) async throws {
        let home = try Home()
        let result: Result<Void, any Error>
        do {
            result = .success(try await body(home))
        } catch {
            result = .failure(error)
        }
        // A test that failed half-way may leave a server running.
        for process in home.processes { kill(process.id, SIGKILL) }
        try FileManager.default.removeItem(at: home.folder)
        try result.get()
    }

    func file(_ name: String) -> URL { temporary.appending(path: name) }

    /// Writes a file and gives its path.
    func write(_ name: String, _ text: String) throws -> String {
        try Data(text.utf8).write(to: file(name))
        return file(name).path
    }
}

extension Home {
    struct Running: Sendable, Hashable, CustomStringConvertible {
        let id: pid_t
        let command: String
        var description: String { "\(id) \(command.prefix(120))" }
    }

    /// The processes that work in this folder: the program, its PostgreSQL, its browser and the browser's children.
    var processes: [Running] {
        let ids = (try? FileManager.default.contentsOfDirectory(atPath: "/proc"))?.compactMap(pid_t.init) ?? []
        return ids.filter { $0 != getpid() }.compactMap { id in
            let command = Home.text("/proc/\(id)/cmdline").replacing("\0", with: " ")
            let isOurs = command.contains(folder.path) || Home.text("/proc/\(id)/environ").contains(folder.path)
            return isOurs && !command.isEmpty ? Running(id: id, command: command) : nil
        }
    }

    var browsers: [Running] { processes.filter { $0.command.contains("chrom") } }

    /// The folders of browsers that are, or were, running.
    var profiles: [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: temporary.path)) ?? []
        return names.filter { $0.hasPrefix("gh-browser") }
    }

    static func text(_ path: String) -> String {
        String(decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self)
    }
}

/// Gives the tests of a suite one home, and so one PostgreSQL that is made once.
struct HomeTrait: SuiteTrait, TestScoping {
    @concurrent func provideScope(
        for test: Test,
        testCase: Test.Case?,
        performing function: @concurrent @Sendable () async throws -> Void
    ) async throws {
        try await Home.open { home in
            try await Home.$current.withValue(home) { try await function() }
        }
    }
}

extension Trait where Self == HomeTrait {
    /// One home for the suite.
    static var home: Self { HomeTrait() }
}
