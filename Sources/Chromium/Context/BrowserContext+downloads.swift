extension BrowserContext {
    /// The files sites have sent, oldest first; none unless the options say where to keep them.
    public var downloads: [Download] { surroundings.downloads?.list.current ?? [] }

    /// Does something that makes a site send a file, and waits until it is there or will not come.
    /// - Parameters:
    ///   - timeout: How long to wait once the body is done.
    ///   - body: What makes the site send it.
    /// - Returns: The download, or nil when none began in time; one that takes longer is still running.
    /// - Throws: Whatever the body throws, ``ChromiumError`` when the browser is gone.
    public func newDownload(
        timeout: Duration = .seconds(30),
        after body: () async throws -> Void
    ) async throws -> Download? {
        guard let folder = surroundings.downloads else {
            throw ChromiumError(.notActionable, "the context keeps no downloads")
        }
        let before = folder.list.current.count
        try await body()
        do {
            return try await folder.list.wait(until: Deadline(after: timeout), for: "the download") { list in
                list.dropFirst(before).first { $0.state != .running }
            }
        } catch let error as ChromiumError where error.code == .timedOut {
            return folder.list.current.dropFirst(before).first
        }
    }

    /// The files, once none is on its way any more, or the time is up.
    ///
    /// - Parameter timeout: how long to wait at most.
    /// - Returns: what is known of each then.
    public func settledDownloads(timeout: Duration) async -> [Download] {
        guard let folder = surroundings.downloads else { return [] }
        let settled = try? await folder.list.wait(until: Deadline(after: timeout), for: "the downloads") { list in
            list.contains { $0.state == .running } ? nil : list
        }
        return settled ?? folder.list.current
    }

    /// Whether a frame is, or was, in one of the context's pages; a page made for a download is gone at once.
    func knows(_ frame: String) -> Bool {
        state.current.pages.contains { $0.target == frame || $0.state.current.frames[frame] != nil }
    }

    func begin(_ began: DownloadBegan) {
        guard let folder = surroundings.downloads, knows(began.frameId), !folder.begin(began) else { return }
        giveUp(began.guid)
    }

    func progress(_ progressed: DownloadProgressed) {
        guard let folder = surroundings.downloads, !folder.progress(progressed) else { return }
        giveUp(progressed.guid)
    }

    private func giveUp(_ download: String) {
        _ = browser.post(.giveUpDownload(download, of: id), by: Deadline(after: surroundings.patience))
    }
}
