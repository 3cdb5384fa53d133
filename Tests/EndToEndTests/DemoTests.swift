import Foundation
import TestSupport
import Testing

@Suite(.serialized, .home) struct DemoTests {
    private func home() throws -> Home { try #require(Home.current) }

    @Test func `the demo ends with a confirmation number, and leaves nothing running`() async throws {
        let home = try home()
        var made: [Date?] = []
        for run in ["cold", "warm"] {
            let ending = try await Program.run(["demo"], in: home)
            #expect(ending.code == 0, "\(run): \(ending.output) \(ending.errors)")
            #expect(ending.output.contains(/Status +completed/))
            #expect(ending.output.contains(/Confirmation +APP-[0-9A-Z]+/))
            #expect(ending.output.contains("callbacks received: running, completed"))
            #expect(ending.output.contains("Cookbook complete (15 actions, $0.0009)"), "\(ending.output)")
            #expect(ending.output.contains(/Mode +Cookbook, manual [0-9a-f]{8}/))
            #expect(ending.output.contains("15 steps from the manual, 0 without, $0.0009, 98 % cheaper"))
            #expect(ending.output.contains("Learned the form") == (run == "cold"))
            #expect(ending.output.contains("The form refused: code_required"))
            #expect(ending.output.contains("callbacks received: running, needs_human, resumed, completed"))
            let picture = try #require(ending.output.firstMatch(of: /Screenshot +(\/\S+\.png)/)).1
            #expect(try Data(contentsOf: URL(filePath: String(picture))).starts(with: [0x89, 0x50, 0x4e, 0x47]))
            try await eventually("nothing is left", within: .seconds(10)) { home.processes.isEmpty }
            let version = home.data.appending(path: "postgres/PG_VERSION")
            made.append(try version.resourceValues(forKeys: [.contentModificationDateKey]).contentModificationDate)
        }
        #expect(made[0] != nil)
        #expect(made[0] == made[1], "the second run made another PostgreSQL")
    }

    /// When Ctrl-C comes.
    enum Moment: String, Sendable, CaseIterable {
        case databaseStarts, browserIsUp

        func hasCome(_ home: Home) -> Bool {
            switch self {
            case .databaseStarts:
                home.processes.contains { $0.command.contains("pg_ctl") || $0.command.contains("initdb") }
            case .browserIsUp: !home.browsers.isEmpty
            }
        }
    }

    @Test(arguments: Moment.allCases)
    func `Ctrl-C stops the demo and all that it started`(moment: Moment) async throws {
        let home = try home()
        let program = try Program(["demo"], in: home)
        try await eventually("\(moment)") { moment.hasCome(home) }
        program.signal(SIGINT)
        let ending = try await program.ending(within: .seconds(20))
        // The job at hand may still end well; then, and only then, it is a success.
        #expect((ending.code == 0) == ending.output.contains(/Status +completed/), "\(ending)")
        try await eventually("nothing is left", within: .seconds(10)) { home.processes.isEmpty }
    }

    @Test func `a demo that is kept goes on serving until Ctrl-C, and ends well`() async throws {
        let home = try home()
        let program = try Program(["demo", "--keep"], in: home)
        try await eventually("it says what to try", within: .seconds(60)) { program.output.contains("curl -s http") }
        program.signal(SIGINT)
        let ending = try await program.ending(within: .seconds(20))
        #expect(ending.code == 0, "\(ending)")
        try await eventually("nothing is left", within: .seconds(10)) { home.processes.isEmpty }
    }
}
