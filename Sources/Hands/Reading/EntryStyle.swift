/// How a box takes its entries, where it is not by text alone (offers.js).
enum EntryStyle: String, Sendable, Decodable {
    /// It has a list of the browser's own.
    case datalist
    /// Each of its entries counts once a key has confirmed it.
    case tags
    /// It says that a list opens once something is typed.
    case list
    /// It says so by no more than that the browser is to offer nothing itself.
    case apart
    /// The page listens to what is typed into it.
    case heard
}
