import Chromium
import GhostHands

extension PageFilling {
    /// Opens the sections of the form in which fields are folded away: a person would look into each.
    ///
    /// - Parameter first: the page as it was read.
    /// - Returns: the page with them open.
    /// - Throws: ``ChromiumError`` when the page is gone.
    func unfold(_ first: PageReading) async throws -> PageReading {
        var reading = first
        var opened: Set<String> = []
        while let fold = reading.folds.first(where: { !opened.contains($0.label) }), opened.count < Self.mostFolds {
            opened.insert(fold.label)
            let before = Set(reading.form.map(\.handle))
            guard let after = try await open(fold, in: reading) else { continue }
            reading = after
            // Of sections of which only one is open at a time, each is filled while it is.
            if !before.isSubset(of: after.form.map(\.handle)) { break }
        }
        return reading
    }

    /// Opens a section.
    ///
    /// - Returns: the page once its fields are others than before; nil where the section could not be pressed.
    /// - Throws: ``ChromiumError`` when the page is gone.
    func open(_ fold: ReadButton, in reading: PageReading) async throws -> PageReading? {
        let before = Set(reading.form.map(\.handle))
        guard try await visit.tryPress(fold) else { return nil }
        return try await visit.look(atMost: visit.limits.control, lull: Self.lull) {
            Set($0.form.map(\.handle)) != before
        }
    }

    private static let mostFolds = FillStep.mostFolds

    /// Shows the end of what has to be read before one may agree to it.
    ///
    /// - Parameter first: the page as it was read.
    /// - Returns: the page, read again where a box waited for that.
    /// - Throws: ``ChromiumError`` when the page is gone.
    func readOut(_ first: PageReading) async throws -> PageReading {
        let waiting = Self.waiting(in: first)
        guard waiting > 0 else { return first }
        for frame in visit.page.frames { let _: Bool = try await frame.ask(.readOut) }
        return try await visit.look(atMost: .seconds(1)) { Self.waiting(in: $0) < waiting }
    }

    private static func waiting(in reading: PageReading) -> Int {
        reading.fields.count { field in
            field.ignored == .disabled && field.field.kind == .checkbox && field.key == reading.main
                && field.field.isRequired
        }
    }
}
