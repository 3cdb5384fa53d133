/// What a request carries.
public enum RequestBody: Hashable, Sendable {
    /// Nothing.
    case none
    /// A text, with the type that its header names. Files in it are left out by the browser.
    case text(String, type: String)
    /// Something that is too long to be looked at, no text, or looked at no more.
    case unseen

    /// How many bytes of it are looked at; a longer one is not.
    public static let longest = 2 << 20
}
