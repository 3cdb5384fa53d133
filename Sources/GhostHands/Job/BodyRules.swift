/// What a body must not hold: addresses that are not allowed and, whatever its shape, text that no database takes and
/// numbers that nobody can read back.
public struct BodyRules: Sendable {
    /// Which addresses may be named (R28); whoever reads a member that is opened asks it.
    let addressRule: AddressRule

    /// Rules.
    public init(addressRule: AddressRule) { self.addressRule = addressRule }

    /// Looks through a body for what no shape excuses.
    ///
    /// - Parameter body: the JSON of a request, or of a row put as one.
    /// - Returns: what it must not hold, at most ``Bounds/named`` of it.
    public func violations(in body: JSON) -> [FieldViolation] {
        var walk = Walk()
        walk.visit(body)
        return Array(walk.found.sorted { $0.field < $1.field }.prefix(Bounds.named))
    }

    /// Goes through all values; the way to one is only put into words when something is wrong with it.
    private struct Walk {
        private(set) var found: [FieldViolation] = []
        private var path: [String] = []

        mutating func visit(_ value: JSON) {
            guard found.count < Bounds.named else { return }
            switch value {
            case .string(let text): if text.utf8.contains(0) { note(Self.nul, .invalidString) }
            case .double(let number): if !Bounds.allows(number) { note(Self.beyond, .tooBig) }
            case .array(let elements):
                for (index, element) in elements.enumerated() { visit(element, at: String(index)) }
            case .object(let members):
                for (name, member) in members {
                    if name.utf8.contains(0) {
                        visit("\0", at: name.replacing("\0", with: "?"))
                    } else {
                        visit(member, at: name)
                    }
                }
            case .null, .bool, .int: break
            }
        }

        private mutating func visit(_ value: JSON, at name: String) {
            // Most of a body are plain texts and whole numbers, which need no way to them.
            switch value {
            case .null, .bool, .int: return
            case .string(let text) where !text.utf8.contains(0): return
            default: break
            }
            path.append(name)
            visit(value)
            path.removeLast()
        }

        private mutating func note(_ message: String, _ code: FieldViolation.Code) {
            let place = path.prefix(16).map { $0.clipped(80) } + (path.count > 16 ? ["…"] : [])
            found.append(FieldViolation(field: place.joined(separator: "."), message: message, code: code))
        }

        /// PostgreSQL's text and JSON cannot hold it.
        private static let nul = "Must not contain the NUL character"
        private static let beyond = "Must be 0, or between 1e-30 and 1e30 on either side of it"
    }
}
