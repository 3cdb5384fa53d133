import Foundation

extension BrowserContext {
    /// Reads what sites have left here: cookies, and what the scripts of every origin met have stored.
    ///
    /// Session storage is that of the open pages.
    /// - Parameter timeout: How long it may take.
    /// - Returns: The state, to be given to another context's options.
    /// - Throws: ``ChromiumError`` when the browser is gone or the time is up.
    public func storageState(timeout: Duration = .seconds(20)) async throws -> StorageState {
        let deadline = Deadline(after: timeout)
        let jar = browser.post(.cookies(of: id), by: deadline)
        var found: [String: StorageState.Origin] = [:]
        for page in pages {
            guard let origin = Origins.origin(of: page.url) else { continue }
            do {
                found[origin] = try await page.stored(by: origin, deadline: deadline.atMost(.seconds(3)))
            } catch is ChromiumError where browser.connection.isOpen && !deadline.hasPassed {
                // It is gone or hangs; all it has stored but for the session can be read without it.
                continue
            }
        }
        let away = surroundings.origins.all.filter { found[$0] == nil }
        for stored in try await visited(away, by: deadline) { found[stored.origin] = stored }
        return StorageState(
            cookies: try await jar.value().cookies.map(\.cookie),
            origins: surroundings.origins.all.compactMap { found[$0] }.filter { !$0.isEmpty || $0.omitted > 0 }
        )
    }

    /// The origins that were asked for documents here, in the order in which they were: what else sets cookies is no site
    /// that somebody visited.
    public var visitedOrigins: [String] { surroundings.origins.shown }

    private func visited(_ origins: [String], by deadline: Deadline) async throws -> [StorageState.Origin] {
        guard !origins.isEmpty else { return [] }
        return try await withHelper(by: deadline) { page in
            try await page.visiting(by: deadline) { visit in
                var result: [StorageState.Origin] = []
                for origin in origins where try await visit(origin) {
                    result.append(try await page.stored(by: origin, deadline: deadline))
                }
                return result
            }
        }
    }

    /// Puts a state where sites will find it.
    func restore(_ state: StorageState, by deadline: Deadline) async throws {
        let now = Date().timeIntervalSince1970
        try await restore(state.cookies.filter { $0.expires < 0 || $0.expires > now }, by: deadline)
        for origin in state.origins { surroundings.origins.meet(origin.origin) }
        let kept = state.origins.filter { !$0.localStorage.isEmpty || !$0.databases.isEmpty }
        guard !kept.isEmpty else { return }
        try await withHelper(by: deadline) { try await $0.furnish(kept, by: deadline) }
    }

    /// One cookie that the browser does not take must not cost the others.
    private func restore(_ cookies: [StorageState.Cookie], by deadline: Deadline) async throws {
        guard !cookies.isEmpty else { return }
        do {
            _ = try await browser.call(.setCookies(cookies, in: id), by: deadline)
        } catch let error as ChromiumError where error.code == .protocol && browser.connection.isOpen {
            let replies = cookies.map { browser.post(.setCookies([$0], in: id), by: deadline) }
            for reply in replies {
                do {
                    _ = try await reply.value()
                } catch let error as ChromiumError where error.code == .protocol {
                    continue
                }
            }
        }
    }
}
