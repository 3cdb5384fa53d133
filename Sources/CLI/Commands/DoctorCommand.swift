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

    @Flag(help: "Check what a new image must find before it takes the place of a running one: not port and memory.")
    var image = false

    func run() async throws {
        if showKey {
            let settings = try Settings()
            try settings.dataFolder.prepare()
            return Terminal.say(try settings.keys().service)
        }
        var faults = Faults()
        let settings = Settings(Environment(), noting: &faults)
        showSettings(settings.environment)
        Terminal.say("\nChecks")
        for error in faults.errors { show(.ill(error.problem, mend: error.mend), of: "settings") }
        var isWell = faults.errors.isEmpty
        for check in image ? Checkup(settings).checksOfImage : Checkup(settings).checks {
            let finding = await check.run()
            isWell = isWell && finding.isWell
            show(finding, of: check.name)
        }
        if !isWell { throw ExitCode(1) }
    }

    private func show(_ finding: Checkup.Finding, of name: String) {
        Terminal.say("  \(finding.mark) \(name.padding(toLength: 12, withPad: " ", startingAt: 0)) \(finding.text)")
    }

    private func showSettings(_ environment: Environment) {
        Terminal.say("Settings")
        for setting in Setting.all {
            let name = setting.name.padding(toLength: 26, withPad: " ", startingAt: 0)
            Terminal.say("  \(name) \(shown(setting, environment))")
            Terminal.say(Terminal.paint("  \(String(repeating: " ", count: 26)) \(setting.meaning)", .dim))
        }
    }

    private func shown(_ setting: Setting, _ environment: Environment) -> String {
        guard let (value, source) = try? environment.look(setting) else { return "cannot be read" }
        let shown = setting.isSecret ? (value == nil ? "unset" : "set") : value ?? "unset"
        return shown + origin(source)
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
