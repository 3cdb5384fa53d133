import Foundation
import GhostHands
import TestSupport
import Testing

/// A person at their own desk: a screen, a visible browser on it, and hands of their own, which are a second client of it.
struct DeskPerson: Sendable {
    private let hands: LineProcess

    /// Whether there is a screen to be had for tests, a browser that shows windows, and an interpreter.
    static var isThere: Bool {
        let manager = FileManager.default
        return manager.isExecutableFile(atPath: "/usr/bin/Xvfb") && manager.isExecutableFile(atPath: chromium)
            && Python.having("json") != nil
    }

    static let missing: Comment = "needs Xvfb, full Chromium and python3: apt-get install xvfb chromium python3"

    private static let chromium = "/usr/lib/chromium/chromium"

    /// Somebody who looks at the pages of a site.
    init(_ desk: DeskProgram, at origin: String) throws {
        let python = try #require(Python.having("json"))
        hands = try LineProcess(python, [Python.fixture("desk/person.py"), "\(desk.port)", origin])
    }

    /// Does something, and says what came of it.
    @discardableResult
    func does(_ what: String) async throws -> String {
        hands.say(what)
        var lines = hands.lines.makeAsyncIterator()
        let said = try #require(await lines.next())
        #expect(!said.hasPrefix("failed"), "\(what): \(said)")
        #expect(said != "no page", "\(what): \(said)")
        return said
    }
}

/// `ghosthands operator run` on a screen of its own.
struct DeskProgram: Sendable {
    let program: Program
    /// Where its browser may be reached by the person.
    let port: Int
    private let screen: LineProcess

    /// Pairs a desk with a server and starts it.
    static func paired(with server: Server, for user: UUID, in home: Home) async throws -> DeskProgram {
        let reply = try await server.call("/valet/operators/\(user.uuidString)/code", [:])
        #expect(reply.status == 201)
        let code = try #require(reply.json["code"].string)
        let settings = ["GH_DATA_DIR": home.folder.appending(path: "desk").path]
        let pairing = try await Program.run(
            ["operator", "pair", "--server", server.origin, code, "--name", "a desk"],
            in: home,
            settings
        )
        #expect(pairing.code == 0, "\(pairing.errors)")
        return try await DeskProgram(in: home, settings)
    }

    init(in home: Home, _ settings: [String: String]) async throws {
        port = try await Server.freePort()
        screen = try LineProcess(
            "/usr/bin/Xvfb",
            ["-displayfd", "1", "-ac", "-nolisten", "tcp", "-screen", "0", "1400x1000x24"]
        )
        var lines = screen.lines.makeAsyncIterator()
        let display = try #require(await lines.next())
        // The person's hands reach the browser beside ours, which go through its pipe.
        let browser = try home.write(
            "desk-browser",
            "#!/bin/sh\nexec /usr/lib/chromium/chromium --remote-debugging-port=\(port) \"$@\"\n"
        )
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: browser)
        program = try Program(
            ["operator", "run"],
            in: home,
            settings.merging([
                "DISPLAY": ":\(display)", "GH_CHROMIUM": browser, "GH_ALLOW_PRIVATE_NETWORK": "true",
                "TMPDIR": home.folder.path,
            ]) { $1 }
        )
        let program = program
        try await eventually("the desk waits for jobs: \(program.errors)") {
            program.output.contains("Waiting for jobs")
        }
    }

    /// Ends it, as Ctrl-C does.
    func stop() async throws {
        program.signal(SIGINT)
        _ = try await program.ending()
        close()
    }

    /// Takes its screen away.
    func close() { screen.end() }
}
