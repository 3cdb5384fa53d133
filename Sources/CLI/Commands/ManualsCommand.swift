import ArgumentParser
import Foundation
import GhostHands
import Store

/// The commands about manuals, which hold what was learned from forms.
struct ManualsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "manuals",
        abstract: "List, show, import, try out and delete manuals.",
        discussion: """
            A manual is what a successful application leaves behind: how a form is filled, without anybody's values. A job \
            whose form it fits is replayed from it, in about a second and without a model.
            """,
        subcommands: [List.self, Show.self, Export.self, Import.self, Test.self, Quarantine.self, Delete.self]
    )

    static func store<R: Sendable>(_ body: @Sendable (Store) async throws -> R) async throws -> R {
        try await LocalStore(as: "ghosthands manuals").with(body)
    }

    /// One manual, by its id or the beginning of it.
    struct Choice: ParsableArguments {
        @Argument(help: "The manual's id, or enough of its beginning.")
        var id: String

        func manual(in store: Store) async throws -> Manual {
            guard let found = try await store.manuals.find(try await self.id(in: store)) else { throw Self.none(id) }
            return found
        }

        func id(in store: Store) async throws -> UUID {
            let wanted = id.lowercased()
            let all = try await store.manuals.list(limit: 10_000).rows.compactMap { $0["id"].string }
            let found = all.filter { $0.hasPrefix(wanted) }
            guard found.count <= 1 else {
                throw SetupError("\(found.count) manuals begin with \(id)", mend: "type more of the id")
            }
            guard let only = found.first.flatMap(UUID.init(uuidString:)), !wanted.isEmpty else { throw Self.none(id) }
            return only
        }

        private static func none(_ id: String) -> SetupError {
            SetupError("no manual begins with \(id)", mend: "see `ghosthands manuals list`")
        }
    }
}

extension ManualsCommand {
    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List the manuals, the last changed first.")

        @Option(help: "Only those of one hiring platform.")
        var platform: String?

        @Option(help: "The most that are listed.")
        var limit = 50

        func run() async throws {
            let (platform, limit) = (platform, limit)
            let page = try await ManualsCommand.store { try await $0.manuals.list(platform: platform, limit: limit) }
            guard !page.rows.isEmpty else {
                Terminal.say("No manuals yet. An application that is sent and proven leaves one behind.")
                return
            }
            for row in page.rows { Terminal.say(Self.line(row)) }
            if page.total > page.rows.count { Terminal.remark("\(page.total) in all; --limit shows more") }
        }

        private static func line(_ row: JSON) -> String {
            let id = row["id"].string?.prefix(8) ?? ""
            let health = row["health_score"].double ?? 0
            let state = row["quarantined"].bool == true ? Terminal.paint("quarantined", .red) : "health \(Int(health))"
            let runs =
                "\(row["success_count"].int ?? 0) of \((row["success_count"].int ?? 0) + (row["failure_count"].int ?? 0)) runs"
            return
                "\(id)  \(row["platform"].string ?? "")  \(row["task_pattern"].string ?? "")  \(row["url_pattern"].string ?? "")  "
                + "v\(row["version"].int ?? 1), \(row["steps"].int ?? 0) steps, \(state), \(runs)"
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Show a manual's steps in words.")
        @OptionGroup var choice: Choice

        func run() async throws {
            let choice = choice
            let manual = try await ManualsCommand.store { try await choice.manual(in: $0) }
            for line in ManualText(manual).lines { Terminal.say(line) }
        }
    }

    struct Export: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Print a manual as JSON.")
        @OptionGroup var choice: Choice

        func run() async throws {
            let choice = choice
            Terminal.say(try await ManualsCommand.store { try await choice.manual(in: $0) }.json.text)
        }
    }

    struct Import: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Import a manual, exported here or by the predecessor.",
            discussion: "One that holds values in the place of templates, opens addresses or presses keys is refused."
        )

        @Argument(help: "The JSON file.")
        var file: String

        func run() async throws {
            let manual = try ManualFolder.read(file)
            let kept = try await ManualsCommand.store { store in
                try await store.manuals.save(manual, because: ["reason": "imported at the command line"])
            }
            Terminal.say(
                "Kept as \(kept.id.uuidString.lowercased()), version \(kept.version), \(kept.steps.count) steps"
            )
        }
    }

    struct Quarantine: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Keep a manual from being replayed, or let it be replayed again."
        )
        @OptionGroup var choice: Choice

        @Flag(help: "Let it be replayed again.")
        var lift = false

        func run() async throws {
            let (choice, lift) = (choice, lift)
            try await ManualsCommand.store { store in
                _ = try await store.manuals.quarantine(try await choice.id(in: store), !lift)
            }
            Terminal.say(lift ? "It may be replayed again" : "It is not replayed until --lift")
        }
    }

    struct Delete: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Delete a manual with its versions.")
        @OptionGroup var choice: Choice

        func run() async throws {
            let choice = choice
            try await ManualsCommand.store { store in
                _ = try await store.manuals.delete(try await choice.id(in: store))
            }
            Terminal.say("Deleted")
        }
    }
}
