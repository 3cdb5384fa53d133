/// How libpq wants its connection strings.
enum Conninfo {
    /// A value of any characters.
    ///
    /// - Returns: it in quotes, with those within it escaped.
    static func quoted(_ value: String) -> String {
        "'\(value.replacing("\\", with: "\\\\").replacing("'", with: "\\'"))'"
    }
}
