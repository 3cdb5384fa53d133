import GhostHands

extension PressOutcome {
    /// Whether the form, still standing, asks for a code that it has sent since, before it takes the application (R49).
    var wantsCode: Bool {
        guard isFormStill, !isServerError, confirmation == nil else { return false }
        if submitStatus == Self.codeRequired { return true }
        // A form that had the field before, and refuses what was sent, takes another code.
        return CodeField.isThere(in: reading) && (isRejected || !CodeField.isThere(in: before))
    }

    /// 428 Precondition Required (RFC 6585 3): hiring sites answer so while they wait for a code.
    private static let codeRequired = 428
}
