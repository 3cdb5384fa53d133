import Foundation

extension BrowserContext {
    /// Reads what sites have left here: cookies, and what the scripts of every origin met have stored.
    ///
    /// Session storage is that of the open pages. An origin that cannot be read in time costs no other, and no cookie.
    /// - Parameter timeout: How long it may take.
    /// - Returns: The state, to be given to another context's options.
    /// - Throws: ``ChromiumError`` when the browser is gone or the time is up.
    public func storageState(timeout: Duration = .seconds(20)) async throws -> StorageState {
        let deadline = Deadline(after: timeout)
        // By them people are known again: what scripts have stored must not cost them.
        let cookies = try await cookies(by: deadline)
        var found: [String: StorageState.Origin] = [:]
        for page in pages {
            guard let origin = Origins.origin(of: page.url) else { continue }
            do {
                found[origin] = try await page.stored(by: origin, deadline: deadline.atMost(.seconds(3)))
            } catch is ChromiumError where browser.connection.isOpen {
                // It is gone or hangs; all it has stored but for the session can be read without it.
                continue
            }
        }
        let away = surroundings.origins.all.filter { found[$0] == nil }
        await visit(away, &found, by: deadline)
        guard browser.connection.isOpen else { throw ChromiumError(.closed, "the browser is gone") }
        for origin in surroundings.origins.lacking { found[origin, default: .init(origin)].omittedDatabases += 1 }
        return StorageState(
            cookies: cookies,
            origins: surroundings.origins.all.compactMap { found[$0] }.filter(\.tellsAnything)
        )
    }

    /// Reads the cookies that sites have set here, which no page need answer for.
    /// - Parameter timeout: How long it may take.
    /// - Returns: The cookies.
    /// - Throws: ``ChromiumError`` when the browser is gone or the time is up.
    public func cookies(timeout: Duration) async throws -> [StorageState.Cookie] {
        try await cookies(by: Deadline(after: timeout))
    }

    private func cookies(by deadline: Deadline) async throws -> [StorageState.Cookie] {
        try await browser.call(.cookies(of: id), by: deadline).cookies.map(\.cookie)
    }

    /// The origins that were asked for documents here, in the order in which they were: what else sets cookies is no site
    /// that somebody visited.
    public var visitedOrigins: [String] { surroundings.origins.shown }

    /// Reads origins that no page shows; one that cannot be read is left out and said to be.
    private func visit(
        _ origins: [String],
        _ found: inout [String: StorageState.Origin],
        by deadline: Deadline
    ) async {
        guard !origins.isEmpty else { return }
        var read: [String: StorageState.Origin] = [:]
        do {
            try await withHelper(by: deadline) { page in
                try await page.visiting(by: deadline) { visit in
                    for origin in origins where try await visit(origin) {
                        read[origin] = try await page.stored(by: origin, deadline: deadline)
                    }
                }
            }
        } catch {
            for origin in origins where read[origin] == nil {
                var lost = StorageState.Origin(origin)
                lost.omittedDatabases = 1
                read[origin] = lost
            }
        }
        found.merge(read) { $1 }
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
