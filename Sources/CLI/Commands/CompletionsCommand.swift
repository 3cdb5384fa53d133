import ArgumentParser

/// The script by which a shell completes our commands and options.
struct CompletionsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "completions",
        abstract: "Print the script by which bash, zsh or fish completes commands and options.",
        discussion: "For this session of bash: `source <(ghosthands completions bash)`. The Debian package brings all."
    )

    @Argument(help: "bash, zsh or fish.")
    var shell: Shell

    enum Shell: String, ExpressibleByArgument, CaseIterable {
        case bash, zsh, fish
    }

    func run() {
        let kind: CompletionShell =
            switch shell {
            case .bash: .bash
            case .zsh: .zsh
            case .fish: .fish
            }
        Terminal.say(GhostHandsCommand.completionScript(for: kind))
    }
}
