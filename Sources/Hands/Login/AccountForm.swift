import GhostHands

/// Recognises a form about an account and nothing else: to open one, to change its password, to confirm who somebody is.
///
/// It is no log-in (``LoginWall``) and no application: whoever pressed its button as the last of the form would send
/// nothing, or open an account that nobody has asked for.
enum AccountForm {
    /// What stands in the way, when the page has no other form.
    ///
    /// - Parameter reading: the page.
    /// - Returns: the blocker, or nil.
    static func blocker(of reading: PageReading) -> Blocker? {
        let entries = reading.form.filter { $0.field.kind != .checkbox }
        let passwords = entries.filter { $0.field.kind == .password && $0.asked != .oneTimeCode }
        guard !passwords.isEmpty, entries.count <= mostFields, entries.allSatisfy(isOfAccount) else { return nil }
        guard passwords.allSatisfy({ isOpening($0, among: entries, in: reading) }) else { return nil }
        let isKnown = passwords.contains { password in
            entries.count == passwords.count || reading.contexts[password.key]?.purpose == .signUp
        }
        guard isKnown else { return nil }
        return Blocker(kind: .login, confidence: 0.8, evidence: .field, sign: "a form for an account")
    }

    /// What has more fields is more than an account.
    private static let mostFields = 8

    private static func isOfAccount(_ field: ReadField) -> Bool {
        let ofAccounts: Set<Asked> = [.password, .newPassword, .email, .username, .firstName, .lastName, .fullName]
        return field.field.kind == .password || ofAccounts.contains(field.asked)
            || Classifier.namesAccount(field.field) || LoginWording.namesAddress(field.field)
    }

    /// Whether a password is what the form is for: not beside an application, and not where it may be left empty.
    private static func isOpening(_ password: ReadField, among entries: [ReadField], in reading: PageReading) -> Bool {
        let buttons = reading.buttons.filter { $0.key == password.key && !$0.isLink }
        if buttons.contains(where: { LoginWording.leadsToSignUp($0.label) }) { return !saysOptional(password.field) }
        if buttons.contains(where: { $0.role == .submit && ButtonRole.speaksOfApplying($0.label) }) { return false }
        let isDemanded = entries.contains { $0.field.isRequired && $0.field.kind == .password }
        let othersAre = entries.contains { $0.field.isRequired && $0.field.kind != .password }
        return isDemanded || !othersAre && !saysOptional(password.field)
    }

    private static func saysOptional(_ field: Field) -> Bool {
        ([field.label, field.hint ?? ""] + field.sections + field.lines).contains { LoginWording.saysOptional($0) }
    }
}
