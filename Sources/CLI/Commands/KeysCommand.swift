import ArgumentParser
import Foundation
import Store

/// What seals sessions and credentials.
struct KeysCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keys",
        abstract: "Care for the keys that seal sessions and credentials.",
        subcommands: [Rewrap.self]
    )

    struct Rewrap: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "rewrap",
            abstract: "Seal under the present key what older keys have sealed.",
            discussion: """
                To change the key: give the new one as GH_CREDENTIAL_KEY with another GH_CREDENTIAL_KEY_ID, name the old \
                one in GH_CREDENTIAL_KEYS_OLD (ID:KEY, separated by commas), restart, and run this. Once it says that \
                nothing is left, the old key may go. It can be stopped and begun again at any time.

                Rows that no key opens are named by table, user and host, and stay as they are. When their key is lost for \
                good, --forget-unreadable deletes them: those users log in, or give their credentials, once more.

                Exit codes: 0 everything is sealed under the present key · 1 some rows are not.
                """
        )

        @Flag(help: "Delete the rows that no key opens, once you have confirmed it.") var forgetUnreadable = false
        @Flag(help: "Do not ask before rows are deleted.") var yes = false

        func validate() throws {
            if yes, !forgetUnreadable { throw ValidationError("--yes goes with --forget-unreadable") }
        }

        func run() async throws {
            let store = LocalStore(as: "ghosthands keys rewrap", seals: true)
            var progress = try await store.with { store in try await rewrap(store) }
            Terminal.say("\(progress.done) of \(progress.total) sealed anew")
            for row in progress.unread {
                let why = row.missingKey.map { "key \($0) is not in GH_CREDENTIAL_KEYS_OLD" } ?? "no key opens it"
                Terminal.say("\(row.table)  user \(row.user.uuidString.lowercased())  \(row.host)  \(why)")
            }
            if forgetUnreadable, !progress.unread.isEmpty, try await isConfirmed(progress.unread.count) {
                let rest = try await store.with { store in try await rewrap(store, forgets: true) }
                Terminal.say("\(rest.forgotten) that no key opens deleted")
                progress = rest
            }
            if progress.overtaken > 0 { Terminal.say("\(progress.overtaken) were changed meanwhile: run it again") }
            if !progress.isComplete { throw ExitCode(1) }
        }

        private func rewrap(_ store: Store, forgets: Bool = false) async throws -> Rewrapping.Progress {
            try await Rewrapping(store).run(forgettingUnreadable: forgets) { progress in
                Terminal.remark("\(progress.done) of \(progress.total)")
            }
        }

        private func isConfirmed(_ count: Int) async throws -> Bool {
            if yes { return true }
            let answer = try await Terminal.ask("Delete these \(count) rows for good? Type \"forget\": ")
            return answer == "forget"
        }
    }
}
