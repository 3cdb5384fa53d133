import ArgumentParser
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

                Exit codes: 0 everything is sealed under the present key · 1 some rows are not.
                """
        )

        func run() async throws {
            let progress = try await LocalStore(as: "ghosthands keys rewrap", seals: true).with { store in
                try await Rewrapping(store).run { progress in
                    Terminal.remark("\(progress.done) of \(progress.total)")
                }
            }
            Terminal.say("\(progress.done) of \(progress.total) sealed anew")
            for (key, count) in progress.unknown.sorted(by: { $0.key < $1.key }) {
                Terminal.say("\(count) are sealed with key \(key), which is not in GH_CREDENTIAL_KEYS_OLD")
            }
            if progress.broken > 0 { Terminal.say("\(progress.broken) cannot be opened by any key") }
            if progress.overtaken > 0 { Terminal.say("\(progress.overtaken) were changed meanwhile: run it again") }
            if progress.done < progress.total { throw ExitCode(1) }
        }
    }
}
