import GhostHands

/// What a page says against logging in, before anything was entered (R55).
///
/// One more wrong try locks the account, or it is locked: a human decides then.
struct LoginWarning {
    /// A sentence for whoever is asked.
    let told: String

    /// Looks for a warning; nil where the page has none.
    ///
    /// - Parameters:
    ///   - reading: the page.
    ///   - report: what must not be repeated.
    init?(in reading: PageReading, of report: FillReport) {
        let said = reading.alerts.map(\.text) + reading.text.split(whereSeparator: \.isNewline).map(String.init)
        guard let line = said.first(where: LoginWording.warns) else { return nil }
        let words = report.concealed(line.clipped(Self.mostCharacters))
        told = "The stored password is not typed: the site says \"\(words)\"."
    }

    private static let mostCharacters = 160
}
