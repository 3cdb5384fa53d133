import Chromium
import GhostHands

/// Filling beside a person who sits before the browser: what they do comes first, and stays.
extension PageFilling {
    /// Whether a person has done something to the page since it was read: what was decided on that may be wrong by now.
    var isOvertaken: Bool { visit.context.stirs != stirs }

    /// Waits until the person who is at the page leaves it alone, and leaves what they have entered as it is.
    ///
    /// - Parameters:
    ///   - last: the page as it was before they did something.
    ///   - entry: the form within the form that is being filled.
    /// - Returns: the page as it is now.
    /// - Throws: ``ChromiumError`` when the page is gone.
    mutating func giveWay(since last: PageReading, joining entry: EntryForm? = nil) async throws -> PageReading {
        var reading = last
        repeat {
            try await visit.context.untilStill()
            stirs = visit.context.stirs
            reading = try await visit.look()
        } while isOvertaken
        if let entry { reading = entry.joined(to: reading) }
        ledger.giveWay(to: reading, since: last)
        return reading
    }

    /// Leaves what a person had entered before we came as it is.
    ///
    /// - Parameter reading: the page as it is now.
    /// - Throws: ``ChromiumError`` when the page is gone.
    mutating func keepEntered(in reading: PageReading) async throws {
        guard visit.context.givesWay, !ledger.hasBegun else { return }
        let entered = try await visit.page.entered(among: reading.form.flatMap { [$0.handle] + $0.optionHandles })
        ledger.keep(entered, in: reading)
    }

    /// Writes down what came of the page, and tells what a person has entered in it.
    ///
    /// - Parameter reading: the page as it stands at the end.
    func report(_ reading: PageReading) async {
        let known = Set(timeline.report.changedByPerson.map(\.safeLabel))
        timeline.report.fields.removeAll { $0.page == number }
        timeline.report.fields += ledger.entries(for: reading, page: number)
        let changed = timeline.report.changedByPerson.map(\.safeLabel).filter { !known.contains($0) }
        if !changed.isEmpty { await timeline.tell(.changedByPerson(changed)) }
    }
}
