import Chromium
import NIOConcurrencyHelpers

/// The page as it was the moment before what it held was let go: afterwards it may stand there no more.
final class LastLook: Sendable {
    private let page: Page
    private let form: Int?
    private let seen = NIOLockedValueBox<PageReading?>(nil)

    /// How long a page that is being left may take to be read.
    private static let patience = Duration.seconds(1)

    /// Nothing was seen yet.
    ///
    /// - Parameters:
    ///   - before: the page as it was given away.
    ///   - page: the page.
    init(_ before: PageReading, of page: Page) {
        self.page = page
        form = before.form.first?.handle.document
    }

    /// What was seen; nil where nobody looked, or the form was gone by then.
    var reading: PageReading? { seen.withLockedValue(\.self) }

    /// Reads the page; what cannot be read is no reason to keep anything back.
    func look() async {
        // The next document comes only when what would bring it is let go.
        guard let reading = try? await PageReader().read(page, timeout: Self.patience, arrival: .zero),
            reading.form.first?.handle.document == form
        else { return }
        seen.withLockedValue { $0 = reading }
    }
}
