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
            case .twoFactor: try await code(interaction.codeRoom)
            case .login: seesPage ? try await done() : try await credentials()
            case .question: try await answers(to: interaction.questions)
            case .captcha, .botCheck, .takeOver, .review: try await done()
            }
        return given.map(Help.given) ?? .unavailable
    }

    private func code(_ room: CodeRoom?) async throws -> Resolution? {
        while let line = try await Terminal.ask("Code (Return to give up): "), !line.isEmpty {
            guard let wrong = room?.refusal(of: line) else { return .code(line) }
            Terminal.remark("  \(wrong).")
        }
        return nil
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

    /// - Returns: the answer; nil when the person gives up.
    private func answer(to question: OpenQuestion) async throws -> String? {
        Terminal.remark("\n  \(Terminal.paint(question.label, .bold))")
        if let help = question.help { Terminal.remark("  \(help)") }
        for (number, option) in zip(1..., question.options) { Terminal.remark("    \(number)  \(option)") }
        let what = question.options.isEmpty ? "Answer" : "Number or answer"
        var hasPassed = false
        while let line = try await Terminal.ask("  \(what) (Return to give up): ") {
            if line.isEmpty {
                if hasPassed { return nil }
                hasPassed = true
                Terminal.remark("  The form cannot be sent without it. Press Return once more to give up.")
                continue
            }
            if let answer = question.chosen(line) { return answer }
            Terminal.remark(
                "  There is no such choice: enter a number from 1 to \(question.options.count), or one as it is."
            )
        }
        return nil
    }
}

extension OpenQuestion {
    /// What a line that somebody typed stands for; nil where there is no such choice.
    fileprivate func chosen(_ line: String) -> String? {
        if options.isEmpty || options.contains(line) { return line }
        if let same = options.first(where: { $0.caseInsensitiveCompare(line) == .orderedSame }) { return same }
        guard let number = Int(line), options.indices.contains(number - 1) else { return nil }
        return options[number - 1]
    }
}
