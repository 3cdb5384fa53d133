/// Who may sign in to the console besides whoever has the service key.
struct ConsoleSettings: Sendable {
    /// A key that lets one do everything.
    let key: String?
    /// A key that lets one look only.
    let viewKey: String?
    /// Where its files lie instead of in the program.
    let folder: String?

    /// Reads the settings.
    ///
    /// - Throws: ``SetupError`` for a key that could be guessed.
    init(_ environment: Environment) throws {
        key = try Self.key(.consoleKey, environment)
        viewKey = try Self.key(.consoleViewKey, environment)
        folder = try environment.text(.consoleFolder)
        guard let viewKey, [key, try environment.text(.serviceKey)].contains(viewKey) else { return }
        throw SetupError(
            "GH_CONSOLE_VIEW_KEY is the same as a key that lets one act",
            mend: "make one with `openssl rand -hex 32`"
        )
    }

    private static func key(_ setting: Setting, _ environment: Environment) throws -> String? {
        guard let key = try environment.text(setting) else { return nil }
        guard key.utf8.count >= 16 else {
            throw SetupError(
                "\(setting.name) is shorter than 16 characters",
                mend: "make one with `openssl rand -hex 32`"
            )
        }
        return key
    }
}
