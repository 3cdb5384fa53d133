/// How libpq wants its connection strings.
enum Conninfo {
    /// A value of any characters.
    ///
    /// - Parameter value: the value.
    /// - Returns: it in quotes, with those within it escaped.
    static func quoted(_ value: String) -> String {
        "'\(value.replacing("\\", with: "\\\\").replacing("'", with: "\\'"))'"
    }
}
