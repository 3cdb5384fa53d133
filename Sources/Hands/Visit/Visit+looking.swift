import Chromium
import GhostHands

extension Visit {
    /// Reads the page as it is now.
    ///
    /// - Parameter afterInput: whether something was just entered.
    /// - Returns: the page.
    /// - Throws: ``ChromiumError`` when the page is gone.
    func look(afterInput: Bool = false) async throws -> PageReading {
        let isBeside = context.givesWay
        if afterInput, isBeside, context.stirs == stirs { try await leaveBox() }
        noteStirs(context.stirs)
        let reader = PageReader(marks: timeline.report.fields.isEmpty ? HiringSite.marks : [])
        let reading = try await stopwatch.time(.read) {
            try await reader.read(page, afterInput: afterInput && !isBeside, arrival: limits.navigation)
        }
        noteTimers(reading)
        return reading
    }

    /// Leaves the box at work; a person who comes meanwhile keeps it, and a page that is gone is told of by its reading.
    private func leaveBox() async throws {
        do { try await page.leaveBox() } catch is ChromiumError {}
    }

    /// Waits until what the page has begun has come to an end: the requests under way, also of a script that is to take the
    /// form over, and the timers, of which nobody can see how long they are.
    ///
    /// - Parameter reading: the page as it was read last.
    /// - Returns: the page, read again where anything had begun.
    /// - Throws: ``ChromiumError`` when the page is gone.
    func lookAtRest(after reading: PageReading) async throws -> PageReading {
        var reading = reading
        var stillness = 0
        let begun = page.documentActivity
        let bound = clock.now + limits.reaction.whole
        while clock.now < bound {
            if page.isBusy(since: begun) {
                _ = try await page.settle(begun, timeout: bound - clock.now)
                reading = try await look()
            }
            guard let end = reactionEnd else { break }
            if try await !hasChanged(since: reading, by: min(end, bound)) { stillness += 1 }
            // What a script puts into a box is no change of the document.
            reading = try await look()
            // One timer may set the next; a page that looks for something for ever sets them without end.
            if stillness >= 2, !page.isBusy(since: begun) { break }
        }
        return reading
    }

    /// Reads the page, again with every change, until it is as wanted or the patience is at its end.
    func look(atMost patience: Duration, until isThere: (PageReading) -> Bool) async throws -> PageReading {
        let deadline = clock.now + patience
        var reading = try await look()
        while !isThere(reading), clock.now < deadline {
            guard try await hasChanged(since: reading, by: deadline) else { break }
            reading = try await look()
        }
        return reading
    }

    /// Reads the page, again with every change, until it is as wanted, the patience is at its end, or nothing has changed
    /// for a while, nothing is under way and no timer is set.
    ///
    /// - Parameters:
    ///   - patience: how long to wait at most.
    ///   - lull: after how long without a change nothing is expected any more.
    /// - Returns: the page.
    /// - Throws: ``ChromiumError`` when the page is gone.
    func look(
        atMost patience: Duration,
        lull: Duration,
        until isThere: (PageReading) -> Bool
    ) async throws -> PageReading {
        let deadline = clock.now + patience
        let begun = page.documentActivity
        var reading = try await look()
        while !isThere(reading), clock.now < deadline {
            let end = min(max(clock.now + lull, reactionEnd ?? clock.now), deadline)
            if try await !hasChanged(since: reading, by: end), !page.isBusy(since: begun) { break }
            reading = try await look()
        }
        return reading
    }

    /// Reads the page once there is something to act on: forms are often rendered after the page has loaded.
    func lookWhenThere(_ isThere: (PageReading) -> Bool) async throws -> PageReading {
        let site = site ?? HiringSite.of(page.address)
        return try await look(atMost: max(limits.arrival, site?.arrival ?? .zero), until: isThere)
    }

    /// Reads the page once all that it had begun has come to an end.
    func lookWhenSettled() async throws -> PageReading {
        let (_, activity) = try await page.activity {}
        _ = try await page.settle(activity, timeout: limits.settling)
        return try await look()
    }

    /// Waits until the page is not as it was read; false when the time is up first.
    func hasChanged(since reading: PageReading, by deadline: ContinuousClock.Instant) async throws -> Bool {
        let patience = deadline - clock.now
        guard patience > .zero else { return false }
        return try await PageReader().awaitChange(of: page, since: reading, atMost: patience)
    }

    /// What stands before the form, or in its place.
    func blocker(of reading: PageReading) -> Blocker? {
        reading.inTheWay ?? LoginWall.blocker(of: reading, on: site)
    }

    /// Gives what often passes by itself the time for it.
    ///
    /// - Parameter reading: the page.
    /// - Returns: the page once nothing of that kind stands there any more, or the time is up.
    /// - Throws: ``ChromiumError`` when the page is gone.
    func lookPast(_ reading: PageReading) async throws -> PageReading {
        guard reading.blockers.contains(where: \.mayPass) else { return reading }
        return try await look(atMost: limits.challenge.passing) { !$0.blockers.contains(where: \.mayPass) }
    }
}
