import Foundation
import GhostHands
import Glibc
import Hands

/// The person who runs a command, asked on the terminal for what only a human can give.
struct PersonAtTerminal: Sendable {
    /// Whether the browser's window is shown: only then can they do something on the page themselves.
    let seesPage: Bool

    /// Whether there is somebody to ask.
    static var isThere: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1 }

    /// Asks for help.
    ///
    /// - Parameter interaction: what is wanted.
    /// - Returns: what they gave; unavailable where they cannot give it, or end the input.
    /// - Throws: `CancellationError` when the command is stopped meanwhile.
    func ask(_ interaction: Interaction) async throws -> Help {
        Terminal.remark("\n\(Terminal.paint("Help is needed", .amber)): \(interaction.message)")
        if let page = interaction.pageURL { Terminal.remark("  on \(page)") }
        let given: Resolution? =
            switch interaction.kind {
            case .twoFactor: try await code()
            case .login: seesPage ? try await done() : try await credentials()
            case .question: try await answers(to: interaction.questions)
            case .captcha, .botCheck, .takeOver, .review: try await done()
            }
        return given.map(Help.given) ?? .unavailable
    }

    private func code() async throws -> Resolution? {
        guard let line = try await Terminal.ask("Code (Return to give up): "), !line.isEmpty else { return nil }
        return .code(line)
    }

    private func credentials() async throws -> Resolution? {
        guard let name = try await Terminal.ask("User name (Return to give up): "), !name.isEmpty,
            let password = try await Terminal.ask("Password (not shown): ", isShown: false), !password.isEmpty
        else { return nil }
        return .credentials(username: name, password: password)
    }

    private func done() async throws -> Resolution? {
        guard seesPage else {
            Terminal.remark("  Run the command with --headed to do it in the browser's window.")
            return nil
        }
        return try await Terminal.ask("Press Return when it is done (Ctrl-D to give up): ").map { _ in .manual }
    }

    private func answers(to questions: [OpenQuestion]) async throws -> Resolution? {
        var answers: [String: String] = [:]
        for question in questions {
            guard let answer = try await answer(to: question) else { return nil }
            answers[question.id] = answer
        }
        return answers.isEmpty ? nil : .answers(answers, remember: false)
    }

    private func answer(to question: OpenQuestion) async throws -> String? {
        Terminal.remark("\n  \(Terminal.paint(question.label, .bold))")
        if let help = question.help { Terminal.remark("  \(help)") }
        for (number, option) in zip(1..., question.options) { Terminal.remark("    \(number)  \(option)") }
        let prompt = question.options.isEmpty ? "  Answer (Return to give up): " : "  Number or answer: "
        while let line = try await Terminal.ask(prompt) {
            if line.isEmpty { return nil }
            if question.options.isEmpty || question.options.contains(line) { return line }
            if let number = Int(line), question.options.indices.contains(number - 1) {
                return question.options[number - 1]
            }
            Terminal.remark("  There is no such choice.")
        }
        return nil
    }
}
