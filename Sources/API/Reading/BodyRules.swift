import GhostHands

/// What a body must not hold whatever its shape: addresses that are not allowed, and text no database takes.
struct BodyRules: Sendable {
    let addressRule: AddressRule

    func violations(in body: JSON) -> [FieldViolation] {
        let addresses = [
            ("target_url", body["target_url"]), ("callback_url", body["callback_url"]),
            ("resume.download_url", body["resume"]["download_url"]),
        ]
        return addresses.compactMap(address) + Self.nul(in: body, at: "")
    }

    private func address(_ field: String, _ value: JSON) -> FieldViolation? {
        guard let text = value.string, let address = WebAddress(text) else { return nil }
        guard !addressRule.mayResolve(address.host) else { return nil }
        return FieldViolation(
            field: field,
            message: "The address is private or reserved, and such addresses are not allowed",
            code: .custom
        )
    }

    /// PostgreSQL's text and JSON cannot hold the NUL character.
    private static func nul(in value: JSON, at path: String) -> [FieldViolation] {
        switch value {
        case .string(let text): return text.unicodeScalars.contains("\0") ? [violation(path)] : []
        case .array(let elements):
            return elements.enumerated().flatMap { nul(in: $1, at: join(path, String($0))) }
        case .object(let members):
            return members.sorted { $0.key < $1.key }.flatMap { name, member in
                let place = join(path, name.replacing("\0", with: "?"))
                return name.unicodeScalars.contains("\0") ? [violation(place)] : nul(in: member, at: place)
            }
        case .null, .bool, .int, .double: return []
        }
    }

    private static func join(_ path: String, _ name: String) -> String {
        path.isEmpty ? String(name.prefix(80)) : "\(path).\(name.prefix(80))"
    }

    private static func violation(_ path: String) -> FieldViolation {
        FieldViolation(field: path, message: "Must not contain the NUL character", code: .invalidString)
    }
}
