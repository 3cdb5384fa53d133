import ArgumentParser
import CLinux
import Foundation
import Glibc

/// The program.
@main
struct GhostHandsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ghosthands",
        abstract: "Applies to jobs for people: takes jobs over REST, fills the forms in Chromium, proves what it sent.",
        discussion: """
            Begin with `ghosthands demo` to watch one application from the request to the confirmation number, or with \
            `ghosthands fill URL --profile me.json` to fill one form without any server. `ghosthands doctor` checks this \
            machine and shows every setting.
            """,
        version: Release.version,
        subcommands: [
            ServeCommand.self, APICommand.self, WorkerCommand.self, MigrateCommand.self, DemoCommand.self,
            FillCommand.self, InspectCommand.self, TraceCommand.self, ManualsCommand.self, DoctorCommand.self,
            ReleaseStuckJobsCommand.self, CredentialsCommand.self, KeysCommand.self, HealthCommand.self,
            CompletionsCommand.self, CallbacksCommand.self, OperatorCommand.self,
        ]
    )

    /// Runs the command; what keeps it from running is told in words and never as a stack trace.
    static func main() async {
        // By default there may be eight for every core, and a server's memory grows with them.
        clinux_limit_arenas(2)
        // The runtime takes it for a crash: it would stand still for seconds, show a backtrace, and go on.
        clinux_restore(SIGQUIT)
        // When the reader of our output goes away, we go on: dying here would leave a PostgreSQL behind.
        signal(SIGPIPE, SIG_IGN)
        do {
            var command = try parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch let error as SetupError {
            Terminal.complain(error.description)
            Foundation.exit(1)
        } catch let code as ExitCode {
            Foundation.exit(code.rawValue)
        } catch {
            exit(withError: error)
        }
    }
}
