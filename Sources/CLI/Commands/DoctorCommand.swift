import ArgumentParser
import Foundation

/// Checks this machine and shows every setting.
struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Check PostgreSQL, Chromium, keys, ports and memory; show every setting and where it comes from.",
        discussion: "Exits with 1 when something is missing, and says how to mend it."
    )

    @Flag(help: "Print the service key and nothing else.")
    var showKey = false

    func run() async throws {
        let settings = try Settings()
        if showKey {
            try settings.dataFolder.prepare()
            return Terminal.say(try settings.keys().service)
        }
        try showSettings(settings.environment)
        Terminal.say("\nChecks")
        var isWell = true
        for check in Checkup(settings).checks {
            let finding = await check.run()
            isWell = isWell && finding.isWell
            Terminal.say(
                "  \(finding.mark) \(check.name.padding(toLength: 12, withPad: " ", startingAt: 0)) \(finding.text)"
            )
        }
        if !isWell { throw ExitCode(1) }
    }

    private func showSettings(_ environment: Environment) throws {
        Terminal.say("Settings")
        for setting in Setting.all {
            let (value, source) = try environment.look(setting)
            let shown = setting.isSecret ? (value == nil ? "unset" : "set") : value ?? "unset"
            let name = setting.name.padding(toLength: 26, withPad: " ", startingAt: 0)
            Terminal.say("  \(name) \(shown)\(origin(source))")
            Terminal.say(Terminal.paint("  \(String(repeating: " ", count: 26)) \(setting.meaning)", .dim))
        }
    }

    private func origin(_ source: Environment.Source) -> String {
        switch source {
        case .environment(let name): " (from \(name))"
        case .file(let name): " (from the file in \(name))"
        case .standard: " (default)"
        case .unset: ""
        }
    }
}
