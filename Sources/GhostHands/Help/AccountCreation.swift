/// Whether an account may be opened where a platform wants one before its form (R56).
public enum AccountCreation: String, Sendable, Hashable, CaseIterable {
    /// A human is asked.
    case ask
    /// With the profile's e-mail address and a password made for it.
    case allowed
}
