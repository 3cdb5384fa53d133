/// What one round trip sends.
enum Command: Sendable {
    /// One statement with binds.
    case statement(Statement)
    /// Any number of statements without binds.
    case script(String)

    /// One statement.
    static func statement(_ sql: SQL) -> Command { .statement(Statement(sql)) }
}

/// A statement as it is sent: text and values apart.
struct Statement: Sendable {
    /// What distinguishes the statement from others, whatever its values: its text and the values' types.
    struct Form: Sendable, Hashable {
        let text: String
        let types: [UInt32]
    }

    let form: Form
    let binds: [Bind]

    init(_ sql: SQL) {
        binds = sql.binds
        form = Form(text: sql.text, types: binds.map(\.type.rawValue))
    }
}

/// What one round trip brings back.
struct Answer: Sendable {
    var rows: [Row] = []
    var affected = 0
}
