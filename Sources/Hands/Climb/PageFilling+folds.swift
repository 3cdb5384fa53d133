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
            let before = reading.form.count
            guard try await visit.tryPress(fold) else { continue }
            reading = try await visit.look(atMost: visit.limits.control) { $0.form.count > before }
        }
        return reading
    }

    private static let mostFolds = 20

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
