/// Which statements the server has parsed for a connection already: parsing and planning costs more than most of them.
///
/// A statement is prepared when it comes the second time, so that one that comes once costs nothing. The server keeps a
/// plan that it made while a table was small until it has counted the rows anew, a minute later or more; so a statement
/// is prepared anew when it has come 4, 16, 64, … times.
struct PreparedStatements {
    /// How many are kept; the program has some hundred, and what goes beyond is sent as it is.
    private static let most = 300

    private enum State {
        case seen
        case prepared(String, uses: Int, next: Int)
    }

    private var states: [Statement.Form: State] = [:]
    private var count = 0
    /// Names of our own: behind a pooler another's statements may be there.
    private let prefix: String

    /// No statements yet.
    init(prefix: String) { self.prefix = prefix }

    /// The name under which to prepare a statement before it is sent; nil when it is prepared, or came the first time.
    mutating func preparation(of form: Statement.Form) -> String? {
        switch states[form] {
        case .prepared(let name, let uses, let next) where uses < next:
            states[form] = .prepared(name, uses: uses + 1, next: next)
            return nil
        case .prepared(_, let uses, _): return prepare(form, uses)
        case .seen: return prepare(form, 1)
        case nil:
            if states.count < Self.most { states[form] = .seen }
            return nil
        }
    }

    private mutating func prepare(_ form: Statement.Form, _ uses: Int) -> String {
        count += 1
        let name = "\(prefix)_\(count)"
        states[form] = .prepared(name, uses: uses + 1, next: 4 * uses)
        return name
    }

    /// The name under which a statement is prepared.
    func name(of form: Statement.Form) -> String? {
        if case .prepared(let name, _, _) = states[form] { name } else { nil }
    }

    mutating func forget() { states = [:] }
}
