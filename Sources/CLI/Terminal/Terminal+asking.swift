import Foundation
import Glibc
import Waiting

extension Terminal {
    /// Reads a line on a thread of its own, for nobody knows how long a person takes.
    ///
    /// - Parameters:
    ///   - prompt: what the person is asked.
    ///   - isShown: whether what they type is shown.
    /// - Returns: the line without the spaces around it; nil at the end of the input.
    /// - Throws: `CancellationError` when the command is stopped meanwhile.
    static func ask(_ prompt: String, isShown: Bool = true) async throws -> String? {
        let line = Promise<String?>()
        Thread.detachNewThread { line.fulfil(with: isShown ? read(prompt) : readHidden(prompt)) }
        return try await line.value()?.trimmingCharacters(in: .whitespaces)
    }

    private static func read(_ prompt: String) -> String? {
        FileHandle.standardError.write(Data(prompt.utf8))
        return readLine()
    }

    /// Whoever answers as soon as the prompt is there is not shown either.
    private static func readHidden(_ prompt: String) -> String? {
        var shown = termios()
        guard tcgetattr(STDIN_FILENO, &shown) == 0 else { return read(prompt) }
        var hidden = shown
        hidden.c_lflag &= ~tcflag_t(ECHO)
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden)
        defer {
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &shown)
            remark("")
        }
        return read(prompt)
    }
}
