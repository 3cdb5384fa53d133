/// What one round trip sends.
enum Command: Sendable {
    /// One statement with binds.
    case statement(SQL)
    /// Any number of statements without binds.
    case script(String)
}

/// What one round trip brings back.
struct Answer: Sendable {
    var rows: [Row] = []
    var affected = 0
}
