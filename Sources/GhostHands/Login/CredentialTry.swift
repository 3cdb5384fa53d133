/// Whether a stored credential may be sent to its site now (R55): sites lock accounts after a few wrong tries.
public enum CredentialTry: Sendable, Hashable {
    /// It may, once: it is written down that it is being tried.
    case granted
    /// Another job tries it just now.
    case busy
    /// A site has refused it meanwhile, or the user has given another.
    case changed
    /// It was sent before, and the site's answer was not seen: only a human may send it again.
    case unjudged
}
