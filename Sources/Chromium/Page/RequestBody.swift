/// What a request carries.
public enum RequestBody: Hashable, Sendable {
    /// Nothing.
    case none
    /// A text, with the type that its header names. The browser leaves out what files in it hold.
    case text(String, type: String)
    /// Something that was not looked at: it is too long or no text, it was forgotten, or the context judges no requests.
    case unseen

    /// How many bytes of it are looked at; a longer one is not.
    public static let longest = 2 << 20
}
