import Foundation
import NIOPosix

/// Where a context's downloads arrive, and where they are kept.
final class DownloadFolder: Sendable {
    let rules: ContextOptions.Downloads
    /// The browser's user can write here, and perhaps nowhere else.
    let arrivals: URL
    let list: Watched<[Download]>

    /// Where they arrive, as the browser is told it.
    var path: String { arrivals.path }

    init(_ rules: ContextOptions.Downloads, profile: Profile, user: Browser.User?, on connection: Connection) throws {
        self.rules = rules
        arrivals = profile.url.appending(path: "downloads-\(UUID().uuidString)", directoryHint: .isDirectory)
        list = Watched([], on: connection.loop)
        do {
            try profile.makeFolder(arrivals, for: user)
            try FileManager.default.createDirectory(at: rules.folder, withIntermediateDirectories: true)
        } catch {
            throw ChromiumError(.launchFailed, "the folder for downloads cannot be made")
        }
    }

    /// - Returns: Whether it may come.
    func begin(_ began: DownloadBegan) -> Bool {
        list.update { list in
            var download = Download(began)
            let isTooMany = list.count { $0.isWanted } >= rules.mostFiles
            if isTooMany { download.state = .failed(reason: "there are too many") }
            if list.count < 1_000 { list.append(download) }
            return !isTooMany
        }
    }

    /// - Returns: Whether it may go on.
    func progress(_ progressed: DownloadProgressed) -> Bool {
        list.update { list in
            guard let place = list.firstIndex(where: { $0.id == progressed.guid }), list[place].state == .running else {
                return true
            }
            list[place].bytes = Int(progressed.receivedBytes)
            guard Int(max(progressed.receivedBytes, progressed.totalBytes)) <= rules.mostBytes else {
                list[place].state = .failed(reason: "it is too large")
                return false
            }
            if progressed.state == "canceled" { list[place].state = .failed(reason: "it was broken off") }
            if progressed.state == "completed" { finish(list[place]) }
            return true
        }
    }

    /// Moving a file to another file system takes time, so it is not done on the event loop.
    private func finish(_ download: Download) {
        NIOThreadPool.singleton.submit { [self] _ in
            let kept = keep(download)
            list.update { list in
                if let place = list.firstIndex(where: { $0.id == download.id }) { list[place].state = kept }
            }
        }
    }

    private func keep(_ download: Download) -> Download.State {
        let arrived = arrivals.appending(path: download.id)
        let name = download.name as NSString
        for number in 1...1_000 {
            let ending = name.pathExtension.isEmpty ? "" : ".\(name.pathExtension)"
            let file = number == 1 ? download.name : "\(name.deletingPathExtension) (\(number))\(ending)"
            let target = rules.folder.appending(path: file)
            guard !FileManager.default.fileExists(atPath: target.path) else { continue }
            do {
                try FileManager.default.moveItem(at: arrived, to: target)
                if geteuid() == 0 { _ = chown(target.path, getuid(), getgid()) }
                return .kept(target)
            } catch {
                return .failed(reason: "it cannot be kept")
            }
        }
        return .failed(reason: "there are too many of its name")
    }

    func end() {
        list.update { list in
            for place in list.indices where list[place].state == .running {
                list[place].state = .failed(reason: "it was broken off")
            }
        }
        try? FileManager.default.removeItem(at: arrivals)
    }
}

extension Download {
    fileprivate var isWanted: Bool {
        if case .failed = state { return false }
        return true
    }
}
