/// What the browser leaves to us instead of asking a user.
struct Interceptions: Sendable {
    /// A window for choosing files that did not open.
    struct Chooser: Sendable {
        let opened: FileChooserOpened
        /// The conversation that reaches its input.
        let session: String
        /// Where in the page's history it was wanted.
        let mark: Int
    }

    var chooser: Chooser?
    /// Nil leaves them to a person.
    var dialogAnswer: DialogAnswer? = .accept(nil)
}
