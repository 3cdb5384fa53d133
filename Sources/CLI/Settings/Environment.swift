import Foundation
import GhostHands

/// The settings as the environment gives them, each with where it came from.
struct Environment: Sendable {
    /// Where a value came from.
    enum Source: Sendable, Hashable {
        case environment(String)
        case file(String)
        case standard
        case unset
    }

    private let variables: [String: String]
    private let readFile: @Sendable (String) throws -> String

    /// The settings of a process.
    ///
    /// - Parameters:
    ///   - variables: its environment.
    ///   - readFile: reads the file that a `NAME_FILE` names.
    init(
        _ variables: [String: String] = ProcessInfo.processInfo.environment,
        readFile: @escaping @Sendable (String) throws -> String = { try String(contentsOfFile: $0, encoding: .utf8) }
    ) {
        self.variables = variables
        self.readFile = readFile
    }

    /// The value of a setting and where it came from.
    ///
    /// - Throws: ``SetupError`` when the file that it names cannot be read.
    func look(_ setting: Setting) throws -> (value: String?, source: Source) {
        for name in [setting.name] + setting.fallbacks {
            if let value = variables[name], !value.isEmpty { return (value, .environment(name)) }
            guard setting.isSecret, let path = variables["\(name)_FILE"], !path.isEmpty else { continue }
            guard let text = try? readFile(path) else {
                throw SetupError(
                    "\(name)_FILE names \(path), which cannot be read",
                    mend: "make it readable for this user"
                )
            }
            let secret = text.trimmingCharacters(in: .whitespacesAndNewlines)
            guard !secret.isEmpty else {
                throw SetupError("\(name)_FILE names \(path), which is empty", mend: "write the secret into it")
            }
            return (secret, .file("\(name)_FILE"))
        }
        return setting.standard.map { ($0, .standard) } ?? (nil, .unset)
    }

    /// A folder that a variable of the system names by an absolute path; nil for any other value.
    func folder(_ name: String) -> String? { variables[name].flatMap { $0.hasPrefix("/") ? $0 : nil } }

    /// The file that the secret comes from; nil when it comes from no file.
    func file(of setting: Setting) -> String? {
        guard case .file(let name) = (try? look(setting))?.source else { return nil }
        return variables[name]
    }

    /// The text of a setting, or nil.
    func text(_ setting: Setting) throws -> String? { try look(setting).value }

    /// Whether a setting has a value.
    func has(_ setting: Setting) -> Bool { (try? text(setting)) != nil }

    /// The whole number of a setting.
    func int(_ setting: Setting, in range: ClosedRange<Int>) throws -> Int {
        let text = try text(setting) ?? ""
        guard let number = Int(text), range.contains(number) else {
            throw SetupError(
                "\(setting.name) is not a whole number of \(range.lowerBound) to \(range.upperBound)",
                mend: "set \(setting.name)=\(setting.standard ?? String(range.lowerBound))"
            )
        }
        return number
    }

    /// The amount of a setting, in US dollars of at most nine decimals.
    func dollars(_ setting: Setting) throws -> NanoDollars {
        let text = try text(setting) ?? ""
        guard let amount = Double(text), amount >= 0, amount <= 1000 else {
            throw SetupError(
                "\(setting.name) is not an amount of 0 to 1000 dollars",
                mend: "set \(setting.name)=\(setting.standard ?? "0")"
            )
        }
        return NanoDollars(Int64((amount * 1_000_000_000).rounded()))
    }

    /// The http or https address of a setting, without a slash at its end; nil when the setting has no value.
    func webAddress(_ setting: Setting) throws -> String? {
        guard let text = try text(setting) else { return nil }
        guard case .address = WebAddress.parse(text), URL(string: text)?.host() != nil, !text.contains("?"),
            !text.contains("#")
        else {
            throw SetupError(
                "\(setting.name) is not an http or https address",
                mend: "set it as \(setting.name)=https://jobs.example.com, with a port or a path if need be"
            )
        }
        return String(text.prefix(upTo: text.lastIndex { $0 != "/" }.map(text.index(after:)) ?? text.startIndex))
    }

    /// Yes or no; nil when the setting has no value.
    func bool(_ setting: Setting) throws -> Bool? {
        guard let text = try text(setting) else { return nil }
        switch text.lowercased() {
        case "1", "true", "yes", "on": return true
        case "0", "false", "no", "off": return false
        default:
            throw SetupError("\(setting.name) is neither true nor false", mend: "set \(setting.name)=true or false")
        }
    }
}

/// What keeps the program from starting, with what the reader can do about it.
struct SetupError: Error, CustomStringConvertible {
    /// What is wrong.
    let problem: String
    /// What to do about it.
    let mend: String

    init(_ problem: String, mend: String) {
        self.problem = problem
        self.mend = mend
    }

    /// Several in one.
    ///
    /// - Parameter errors: what is wrong, one after the other; nothing when nothing is.
    init?(_ errors: [SetupError]) {
        guard let last = errors.last else { return nil }
        problem = (errors.dropLast().map(\.description) + [last.problem]).joined(separator: "\n")
        mend = last.mend
    }

    var description: String { "\(problem)\n  → \(mend)" }
}
