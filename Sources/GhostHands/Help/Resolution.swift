/// What a person gave to let a paused job go on (R15, R54): secrets that are sealed on their way, read once and
/// destroyed.
///
/// Its description names only the kind, so that no log can hold more.
public enum Resolution: Sendable, Hashable, CustomStringConvertible {
    /// The person did it on the page.
    case manual
    /// A one-time code, to be entered.
    case code(String)
    /// A user name and a password, to be entered once.
    case credentials(username: String, password: String)
    /// Answers by the ids or labels of their questions; whether the user's later jobs may use them.
    case answers([String: String], remember: Bool)
    /// Go on without.
    case skip

    /// The ways to answer, by their names on the wire.
    public enum Kind: String, Sendable, CaseIterable {
        case manual
        case codeEntry = "code_entry"
        case credentials, answers, skip
    }

    /// Which way it is.
    public var kind: Kind {
        switch self {
        case .manual: .manual
        case .code: .codeEntry
        case .credentials: .credentials
        case .answers: .answers
        case .skip: .skip
        }
    }

    /// Whether it holds anything that must be carried to the worker.
    public var isSecret: Bool { self != .manual && self != .skip }

    /// Which way it is, and nothing more.
    public var description: String { kind.rawValue }

    /// What is sealed.
    public var json: JSON {
        switch self {
        case .manual, .skip: ["type": .string(kind.rawValue)]
        case .code(let code): ["type": .string(kind.rawValue), "code": .string(code)]
        case .credentials(let username, let password):
            ["type": .string(kind.rawValue), "username": .string(username), "password": .string(password)]
        case .answers(let answers, let remember):
            [
                "type": .string(kind.rawValue), "answers": .object(answers.mapValues(JSON.string)),
                "remember": .bool(remember),
            ]
        }
    }

    /// Reads what ``json`` wrote; nil when it is something else.
    public init?(_ json: JSON) {
        switch json["type"].string.flatMap(Kind.init(rawValue:)) {
        case .manual: self = .manual
        case .skip: self = .skip
        case .codeEntry:
            guard let code = json["code"].string else { return nil }
            self = .code(code)
        case .credentials:
            guard let username = json["username"].string, let password = json["password"].string else { return nil }
            self = .credentials(username: username, password: password)
        case .answers:
            let answers = (json["answers"].object ?? [:]).compactMapValues(\.string)
            self = .answers(answers, remember: json["remember"].bool ?? false)
        case nil: return nil
        }
    }
}
