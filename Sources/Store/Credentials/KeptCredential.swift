public import Foundation
public import GhostHands

/// A credential as it is kept, opened.
public struct KeptCredential: Sendable, Hashable {
    /// The row.
    public let id: UUID
    /// Which of the values that the row had it is: what is said of another is not said of this.
    public let version: Int
    /// What to log in with.
    public let credential: Credential
    /// Whether no site has refused it since it was given.
    public let isValid: Bool
    /// Whether we made it ourselves, to sign up with.
    public let isMade: Bool
    /// Whether a site was seen to have an account of its user's, of this password or another.
    public let isOpened: Bool
    /// When a site last let somebody in with it; nil where none has.
    public let verifiedAt: Date?
}

/// What may be shown of a credential.
public struct ListedCredential: Sendable, Hashable {
    /// Where it is used.
    public let domain: String
    /// Its name with all but the first letter and the domain hidden; nil where it cannot be opened.
    public let username: String?
    /// Whether one-time codes are made for it; nil where it cannot be opened.
    public let hasTOTP: Bool?
    /// Whether no site has refused it since it was given.
    public let isValid: Bool
    /// When a job last used it.
    public let lastUsedAt: Date?
    /// When a site last let somebody in with it.
    public let lastVerifiedAt: Date?
    /// When one was first given for the domain.
    public let createdAt: Date
    /// When it was last changed.
    public let updatedAt: Date
}
